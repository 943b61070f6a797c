export * from './Interpreter';
export * from './InterpreterContext';
export * from './NameSearch';
