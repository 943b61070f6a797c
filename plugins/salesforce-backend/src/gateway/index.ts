export * from './BatchingReader';
export * from './JsforceGateway';
export * from './OrgCredentials';
export * from './OrgLimits';
export * from './queryCalls';
export * from './recordId';
export { recordsPerWrite } from './recordWrites';
