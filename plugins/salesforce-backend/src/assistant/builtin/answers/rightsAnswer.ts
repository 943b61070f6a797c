import { Unclear } from '../Reading';
import { objectIn } from '../../dataQuestions/objectWords';
import { objectsOf } from '../records/spokenRecord';
import type { Answerer } from './answerQuestion';
import { blocksPart, isPart, query, quoted } from './blocks';

const rights: Array<{ words: RegExp; field: string; verb: string }> = [
  {
    words: /\bmodify all data\b/,
    field: 'PermissionsModifyAllData',
    verb: 'modify all data',
  },
  {
    words: /\bview all data\b/,
    field: 'PermissionsViewAllData',
    verb: 'view all data',
  },
  {
    words: /\bmanage users\b/,
    field: 'PermissionsManageUsers',
    verb: 'manage users',
  },
  {
    words: /\bmodify all\b/,
    field: 'PermissionsModifyAllRecords',
    verb: 'modify all',
  },
  {
    words: /\bview all\b|\bsee all\b/,
    field: 'PermissionsViewAllRecords',
    verb: 'view all',
  },
  {
    words: /\bdelete|deleting|remove\b/,
    field: 'PermissionsDelete',
    verb: 'delete',
  },
  {
    words: /\bcreate|creating|add\b/,
    field: 'PermissionsCreate',
    verb: 'create',
  },
  {
    words: /\bedit|editing|change|update|modify|write\b/,
    field: 'PermissionsEdit',
    verb: 'edit',
  },
  { words: /\bread|see|view|access\b/, field: 'PermissionsRead', verb: 'read' },
];

const asks =
  /\bwho(?:'s|s)?\b.*\b(?:can|may|could|is able to|is allowed to|are allowed to|has (?:the )?(?:right|permission|rights|delete|edit|create|read)|have (?:the )?(?:right|permission|rights|delete|edit))\b|\b(?:which|what) (?:users|people|profiles|permission sets)\b.*\b(?:can|may|allow|allows|grant|grants|give|gives|include|includes|contain|contains|with|have)\b|\bwho (?:has|have)\b.*\b(?:modify all|view all|manage users)\b|\busers who can\b|\bpeople who can\b|\bcan (?:[\w@.-]+ ){1,3}(?:delete|edit|create|read|see|view|modify)\b/;

/** "Who can delete Accounts, and through which permission set or profile?" */
export const rightsAnswer: Answerer = async ({
  plain,
  text,
  reading,
  input,
}) => {
  if (!asks.test(plain) || /\bapprove\b|\breview\b/.test(plain))
    return undefined;
  const right = rights.find(({ words }) => words.test(plain));
  if (!right) return undefined;
  if (/\bbut (?:not|cannot|can['’]?t|may not|can not)\b/.test(plain)) {
    throw new Unclear(
      'I can say who may do one thing. Ask for one after the other, please.',
    );
  }
  const { context } = input;
  const isSystem = /Data$|Users$/.test(right.field);
  const object = isSystem
    ? undefined
    : objectIn(
        text.replace(
          /\bpermission sets?\b|\bprofiles?\b|\busers?\b(?=.*\bcan\b)/gi,
          ' ',
        ),
        await objectsOf(context),
      );
  if (!isSystem && !object) return undefined;
  input.progress('Reading who has which rights');
  const inner = isSystem
    ? `SELECT Id FROM PermissionSet WHERE ${right.field} = true`
    : `SELECT ParentId FROM ObjectPermissions WHERE SobjectType = ${quoted(
        object?.name ?? '',
      )} AND ${right.field} = true`;
  const people = /^(?:(?!who|which|what|whose)\w+ )?can (?!you\b|i\b)/.test(
    plain,
  )
    ? reading.people({ optional: true })
    : [];
  const who =
    people[0] && people[0].reference !== 'me'
      ? ` AND (Assignee.Username = ${quoted(
          people[0].reference,
        )} OR Assignee.Email = ${quoted(people[0].reference)})`
      : '';
  const answer = await query(
    context,
    `SELECT Assignee.Id, Assignee.Name, Assignee.Username, PermissionSet.Label, PermissionSet.IsOwnedByProfile, PermissionSet.Profile.Name, PermissionSetGroup.MasterLabel FROM PermissionSetAssignment WHERE PermissionSetId IN (${inner}) AND Assignee.IsActive = true${who} ORDER BY Assignee.Name LIMIT 2000`,
  );
  if (isPart(answer)) return [answer];
  const rows = (answer.rows ?? []).map(row => {
    const set = part(row.PermissionSet);
    const assignee = part(row.Assignee);
    const profile = part(set.Profile).Name;
    const group = part(row.PermissionSetGroup).MasterLabel;
    const access = group
      ? `Permission set group ${String(group)}`
      : `Permission set ${String(set.Label)}`;
    return {
      Id: assignee.Id,
      Name: assignee.Name,
      Username: assignee.Username,
      Source: set.IsOwnedByProfile
        ? `Profile ${String(profile ?? '')}`.trim()
        : access,
    };
  });
  const users = new Set(rows.map(({ Username }) => Username));
  const sources = [...new Set(rows.map(({ Source }) => Source))];
  const what = `${right.verb}${object ? ` ${object.name}` : ''}`;
  if (people.length > 0) {
    const label = people[0].label;
    return [
      blocksPart({
        kind: 'text',
        text:
          rows.length > 0
            ? `Yes: ${label} can ${what}, through ${sources.join(', ')}.`
            : `No: ${label} cannot ${what}.`,
      }),
    ];
  }
  return [
    blocksPart(
      {
        kind: 'text',
        text:
          rows.length === 0
            ? `No active user can ${what}.`
            : `${users.size} active users can ${what}, through ${sources.join(
                ', ',
              )}.`,
      },
      {
        kind: 'table',
        title: `Who can ${what}`,
        columns: [
          { name: 'Name', label: 'Name', type: 'string' },
          { name: 'Username', label: 'Username', type: 'string' },
          { name: 'Source', label: 'Through', type: 'string' },
        ],
        rows,
        total: rows.length,
        ...(answer.query ? { query: answer.query } : {}),
        links: Object.fromEntries(
          rows.map(({ Id }) => [
            String(Id),
            context.recordUrl('User', String(Id)),
          ]),
        ),
        notes: [
          'Object rights alone: which records somebody reaches also depends on sharing.',
        ],
      },
    ),
  ];
};

function part(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}
