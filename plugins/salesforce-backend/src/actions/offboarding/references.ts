import {
  soql,
  type ActionContext,
  type PlannedChange,
  type ResolvedUser,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { field } from '../planParts';
import type { Owner } from '../transferParts';
import { count } from '../words';
import { ifVisible } from './ifVisible';

/** A user who names a leaving one in a hierarchy field, which keeps them. */
export interface HierarchyReference {
  userId: string;
  inUser: { id: string; name: string };
  fieldName: string;
  fieldLabel: string;
}

/** What else refers to leaving users, as far as the API shows it. */
export interface References {
  /** These would keep Salesforce from deactivating; the plan replaces them. */
  hierarchy: HierarchyReference[];
  /** True statements for reviewers: none of this keeps Salesforce from it. */
  notes: string[];
}

/** What no API shows, in words; asking Salesforce itself is a step of the plan. */
export const unseenReferences =
  'What no API shows is asked of Salesforce itself before anything is handed over: default owners of leads and cases, the automated case user, the default workflow user, the web-to-lead creator, approvers in approval processes and recipients of e-mail alerts. If it refuses, the request goes to an admin, and the user stays frozen meanwhile';

/** Things that mention users, and what becomes of them. */
const mentions: Array<{
  object: string;
  field: string;
  where?: ReturnType<typeof soql.eq>;
  words(number: number, name: string): string;
}> = [
  {
    object: 'User',
    field: 'ManagerId',
    words: (number, name) =>
      `${name} is the manager of ${count(number, 'user')}, and stays it`,
  },
  {
    object: 'User',
    field: 'DelegatedApproverId',
    words: (number, name) =>
      `${name} is the delegated approver of ${count(number, 'user')}`,
  },
  {
    object: 'CronTrigger',
    field: 'OwnerId',
    words: (number, name) =>
      `${count(number, 'scheduled job')} ${
        number === 1 ? 'runs' : 'run'
      } as ${name} and will fail once the user is inactive: schedule them as somebody else`,
  },
  {
    object: 'ProcessInstanceWorkitem',
    field: 'ActorId',
    words: (number, name) =>
      `${count(number, 'approval')} ${
        number === 1 ? 'waits' : 'wait'
      } for ${name}: reassign them in Salesforce`,
  },
  {
    object: 'Dashboard',
    field: 'RunningUserId',
    words: (number, name) =>
      `${count(number, 'dashboard')} ${
        number === 1 ? 'shows' : 'show'
      } what ${name} may see and stops working: choose another running user`,
  },
];

/** Reads what refers to users who are about to leave. */
export async function readReferences(
  context: ActionContext,
  users: ResolvedUser[],
): Promise<References> {
  if (users.length === 0) return { hierarchy: [], notes: [] };
  const { reader } = context;
  const ids = users.map(({ id }) => id);
  const { fields } = await reader.describe('User');
  const hierarchyFields = fields.filter(
    ({ custom, referenceTo, filterable }) =>
      custom && filterable && referenceTo.includes('User'),
  );
  const [hierarchy, counts] = await Promise.all([
    Promise.all(
      hierarchyFields.map(async ({ name, label }) => {
        const rows = await reader.queryAll<
          SalesforceRecord & { Id: string; Name: string }
        >(
          soql.select({
            from: 'User',
            fields: ['Id', 'Name', name],
            where: soql.inList(name, ids),
            orderBy: [{ field: 'Id' }],
          }),
        );
        return rows.map(row => ({
          userId: String(row[name]),
          inUser: { id: row.Id, name: row.Name },
          fieldName: name,
          fieldLabel: label,
        }));
      }),
    ),
    Promise.all(
      mentions.map(({ object, field: name }) =>
        ifVisible(
          reader.query(
            soql.select({
              from: object,
              fields: [name, { aggregate: 'COUNT', field: 'Id', as: 'number' }],
              where: soql.inList(name, ids),
              groupBy: [name],
            }),
          ),
        ),
      ),
    ),
  ]);
  const nameOf = new Map(users.map(({ id, name }) => [id, name]));
  return {
    hierarchy: hierarchy.flat(),
    notes: mentions.flatMap(({ field: name, words }, position) =>
      (counts[position]?.records ?? []).map(record =>
        words(Number(record.number), nameOf.get(String(record[name])) ?? ''),
      ),
    ),
  };
}

/** Puts the successor, or nobody, where the leaving user stands. */
export function replacement(options: {
  reference: HierarchyReference;
  user: ResolvedUser;
  successor: Owner | undefined;
  url: string;
}): PlannedChange {
  const { reference, user, successor, url } = options;
  const { inUser, fieldName, fieldLabel } = reference;
  // nobody stands above themselves
  const next = successor?.id === inUser.id ? undefined : successor;
  return {
    object: 'User',
    recordId: inUser.id,
    operation: 'update',
    fields: [
      field({
        name: fieldName,
        label: fieldLabel,
        before: user.id,
        after: next?.id ?? null,
        beforeLabel: user.name,
        afterLabel: next?.name ?? 'nobody',
      }),
    ],
    summary: `Put ${next?.name ?? 'nobody'} into "${fieldLabel}" of ${
      inUser.name
    } in place of ${user.name}`,
    target: { object: 'User', id: inUser.id, label: inUser.name, url },
  };
}
