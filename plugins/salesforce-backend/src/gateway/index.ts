export * from './BatchingReader';
export type { BulkSource } from './bulkQuery';
export * from './JsforceGateway';
export * from './OrgCredentials';
export * from './OrgLimits';
export * from './queryCalls';
export * from './recordId';
export type { IssuedToken } from './loginAnswers';
export * from './webServerFlow';
