export * from './types';
export * from './createSalesforceApiClient';
export type { paths, components } from '../generated/openapi.generated';
