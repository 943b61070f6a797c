import { DateTime } from 'luxon';
import type { AnswerBlock } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Answerer } from './answerQuestion';
import { blocksPart, isPart, query, reading as read, tableOf } from './blocks';
import { wallClock } from '../wallClock';

/** "How many licences are free, and who hasn't logged in for 90 days?" */
export const licenceAnswer: Answerer = async ({ plain, input }) => {
  if (!/\blicen[cs]es?\b|\bseats?\b/.test(plain)) return undefined;
  if (
    !/\b(?:free|left|available|used|unused|remaining|how many|usage|spare|total|overview|do we have|running out|full)\b/.test(
      plain,
    )
  )
    return undefined;
  if (/\bdelete their\b/.test(plain)) return undefined;
  const { context } = input;
  input.progress('Reading licences');
  const [users, sets] = await Promise.all([
    query(
      context,
      "SELECT Id, Name, TotalLicenses, UsedLicenses FROM UserLicense WHERE Status = 'Active' ORDER BY Name",
    ),
    query(
      context,
      'SELECT Id, MasterLabel, TotalLicenses, UsedLicenses FROM PermissionSetLicense ORDER BY MasterLabel',
    ),
  ]);
  if (isPart(users)) return [users];
  const rows = [
    ...(users.rows ?? []).map(row =>
      seats(String(row.Name), 'User licence', row),
    ),
    ...(isPart(sets)
      ? []
      : (sets.rows ?? []).map(row =>
          seats(String(row.MasterLabel), 'Permission set licence', row),
        )),
  ];
  const named =
    rows.find(
      ({ name }) => plain.includes(name.toLowerCase()) && name !== 'Salesforce',
    ) ?? rows.find(({ name }) => name === 'Salesforce');
  const blocks: AnswerBlock[] = [
    ...(named
      ? [
          {
            kind: 'number' as const,
            label: `Free licences: ${named.name}`,
            value: named.free,
            of: named.total,
            detail: `${named.used} of ${named.total} are used`,
          },
        ]
      : []),
    {
      kind: 'table',
      title: 'Licences',
      columns: [
        { name: 'name', label: 'Licence', type: 'string' },
        { name: 'kind', label: 'Kind', type: 'string' },
        { name: 'total', label: 'Seats', type: 'int' },
        { name: 'used', label: 'Used', type: 'int' },
        { name: 'free', label: 'Free', type: 'int' },
      ],
      rows,
      total: rows.length,
    },
  ];
  const days =
    /\b(?:hasn't|hasnt|haven't|havent|not|didn't)\b.*?\blog(?:ged)?\b.*?(\d{1,3}) days?\b/.exec(
      plain,
    )?.[1];
  if (days) {
    const day =
      DateTime.fromJSDate(wallClock(context), { zone: 'utc' })
        .minus({ days: Number(days) })
        .toISODate() ?? '';
    const action = 'salesforce_query_users';
    const queryInput = { status: 'active', lastLoginBefore: day };
    const idle = await read(context, action, queryInput);
    if (isPart(idle)) return [blocksPart(...blocks), idle];
    blocks.push(
      tableOf(idle, {
        title: `Active users who have not logged in since ${day}`,
        more: { action, input: queryInput },
      }),
    );
  }
  return [blocksPart(...blocks)];
};

function seats(name: string, kind: string, row: Record<string, unknown>) {
  const total = Number(row.TotalLicenses);
  const used = Number(row.UsedLicenses);
  return {
    id: row.Id,
    name,
    kind,
    total,
    used,
    free: Math.max(0, total - used),
  };
}
