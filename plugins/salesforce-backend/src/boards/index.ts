export * from './BoardService';
export * from './builtInBoards';
