export * from './plan';
export * from './ActionPhrases';
export * from './NameResolver';
export * from './SalesforceAction';
export * from './createSalesforceAction';
