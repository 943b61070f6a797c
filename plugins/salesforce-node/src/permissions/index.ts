export * from './SalesforceRequestResource';
export * from './salesforceRequestResourceRef';
export * from './rules';
export * from './conditions';
