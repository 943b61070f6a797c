import { InputError } from '@backstage/errors';
import type { OrgLogPage } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { listOrgLog } from '../database/operations/orgs/listOrgLog';

/** A page of an org's log, newest first. Throws InputError for a wrong cursor. */
export async function readOrgLog(options: {
  knex: Knex;
  orgId: string;
  cursor?: string;
  limit?: number;
}): Promise<OrgLogPage> {
  const { knex, orgId, cursor, limit = 50 } = options;
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) {
    throw new InputError('The cursor is not one that this list gave out');
  }
  const rows = await listOrgLog({
    knex,
    orgId,
    beforeId: cursor === undefined ? undefined : Number(cursor),
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ at, level, message, details }) => ({
      at,
      level,
      message,
      ...(details ? { details } : {}),
    })),
    ...(rows.length > limit
      ? { nextCursor: String(page[page.length - 1].id) }
      : {}),
  };
}
