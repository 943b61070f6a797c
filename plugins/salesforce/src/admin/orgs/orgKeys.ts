import { queryKeys } from '../../api/queryKeys';

export const orgKey = (orgId: string) => [...queryKeys.orgs, 'one', orgId];

export const orgLogKey = (orgId: string) => [
  ...queryKeys.orgs,
  'one',
  orgId,
  'log',
];
