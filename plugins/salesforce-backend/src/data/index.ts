export * from './AccessFacts';
export * from './DefaultRunQueryAs';
export * from './OwnRecordsReader';
export * from './PersonalReaders';
export * from './RunQueryAs';
export * from './createDataServices';
export * from './DataService';
export * from './SavedQueries';
