export * from './accessReviewTypes';
export * from './approvalTypes';
export * from './seatTypes';
export * from './catalogTypes';
export * from './types';
export * from './createSalesforceApiClient';
export type {
  paths,
  components,
  operations,
} from '../generated/openapi.generated';
