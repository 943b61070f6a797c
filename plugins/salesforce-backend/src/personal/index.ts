export * from './createPersonal';
export * from './LoginService';
export * from './PersonalConnections';
export * from './PersonalReaders';
