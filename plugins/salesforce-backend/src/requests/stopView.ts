import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import type { RequestRow } from '../database/tables';
import type { PeopleDirectory } from './PeopleDirectory';

/** Who stopped a request, and when; nothing where nobody did. */
export async function stopView(options: {
  row: RequestRow;
  people: PeopleDirectory;
}): Promise<Pick<RequestDetail, 'stop'>> {
  const { stop_requested_at: at, stop_requested_by: ref } = options.row;
  if (!at || !ref) return {};
  const people = await options.people.describe([ref]);
  return { stop: { at, by: people.get(ref) ?? { ref, displayName: ref } } };
}
