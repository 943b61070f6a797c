export * from './parseLoginUrl';
