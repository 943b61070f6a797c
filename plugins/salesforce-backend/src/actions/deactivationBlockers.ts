import type { Blocker } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type ActionContext,
  type ResolvedUser,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { chunksForUrl } from '../gateway';
import { count } from './words';

/** For more users than this, who reports to them is not counted. */
const mostCounted = 1_000;

/** What cannot be asked over the API, in words. */
export const unseenBlockers =
  'Salesforce may still refuse: whether somebody is the default owner of leads or cases, an approver or the only recipient of a workflow e-mail cannot be seen beforehand. The request then goes to an admin';

/** What stands in the way of deactivating users, as far as it can be read. */
export async function readDeactivationBlockers(options: {
  users: ResolvedUser[];
  context: ActionContext;
}): Promise<{ blockers: Blocker[]; warnings: string[] }> {
  const { users, context } = options;
  if (users.length === 0) return { blockers: [], warnings: [] };
  const { fields } = await context.reader.describe('User');
  const hierarchyFields = fields.filter(
    ({ custom, referenceTo, filterable }) =>
      custom && filterable && referenceTo.includes('User'),
  );
  const ids = chunksForUrl(users.map(({ id }) => id));
  const [references, reports] = await Promise.all([
    Promise.all(
      hierarchyFields.map(({ name }) =>
        countReferences({ context, ids, name }),
      ),
    ),
    users.length > mostCounted
      ? new Map<string, number>()
      : countReferences({ context, ids, name: 'ManagerId' }),
  ]);
  const blockers = users.flatMap(user =>
    hierarchyFields.flatMap(({ label }, position) => {
      const people = references[position].get(user.id);
      return people === undefined
        ? []
        : [
            {
              code: 'hierarchy_field',
              message: `${user.name} stands in the field "${label}" of ${count(
                people,
                'user',
              )}`,
              remedy: `Put somebody else into "${label}" of these users; then retry`,
              target: user.target,
            },
          ];
    }),
  );
  return {
    blockers,
    warnings: users
      .filter(({ id }) => reports.has(id))
      .map(
        ({ id, name }) =>
          `${name} is the manager of ${count(
            reports.get(id) ?? 0,
            'user',
          )}, and stays it`,
      ),
  };
}

/** How many users refer to each of these by a field. */
async function countReferences(options: {
  context: ActionContext;
  ids: string[][];
  name: string;
}): Promise<Map<string, number>> {
  const { context, ids, name } = options;
  const counts = new Map<string, number>();
  const pages = await Promise.all(
    ids.map(chunk =>
      context.reader.queryAll<SalesforceRecord>(
        soql.select({
          from: 'User',
          fields: ['Id', name],
          where: soql.inList(name, chunk),
        }),
      ),
    ),
  );
  for (const record of pages.flat()) {
    const id = String(record[name]);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
