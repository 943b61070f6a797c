import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';

/** The access reviews that the person starts, decides or looks after. */
export function useReviewList() {
  const { client } = useApi(salesforceApiRef);
  return useQuery({
    queryKey: queryKeys.reviewList,
    queryFn: ({ signal }) =>
      answerOf(client.GET('/access-reviews', { signal })),
  });
}
