export * from './core/SalesforceError';
export * from './core/switches';
export type * from './core/types';
