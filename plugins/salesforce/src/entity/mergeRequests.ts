import type { RequestSummary } from '@salesdesk/backstage-plugin-salesforce-common';

/** Each request once, newest first. */
export function mergeRequests(
  requests: RequestSummary[],
  limit: number,
): RequestSummary[] {
  const byId = new Map(requests.map(request => [request.id, request]));
  return [...byId.values()]
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    .slice(0, limit);
}
