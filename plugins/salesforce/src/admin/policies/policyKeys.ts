import { queryKeys } from '../../api/queryKeys';

export const policyVersionsKey = (action: string) => [
  ...queryKeys.policies,
  'versions',
  action,
];
