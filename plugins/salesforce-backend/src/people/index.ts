export * from './CatalogPersonService';
export * from './DefaultSalesforceUserService';
export * from './matchUsers';
export * from './PersonService';
export * from './SalesforceUserService';
export * from './TimedCache';
export * from './userConditions';
