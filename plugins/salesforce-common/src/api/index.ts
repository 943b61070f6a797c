export * from './approvalTypes';
export * from './types';
export * from './createSalesforceApiClient';
export type {
  paths,
  components,
  operations,
} from '../generated/openapi.generated';
