export * from './plan';
export * from './NameResolver';
export * from './SalesforceAction';
export * from './createSalesforceAction';
