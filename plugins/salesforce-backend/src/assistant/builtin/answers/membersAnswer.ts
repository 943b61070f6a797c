import type {
  InterpretedPart,
  InterpreterContext,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Answerer } from './answerQuestion';
import { Unclear } from '../Reading';
import { blocksPart, isPart, query, quoted, tableOf } from './blocks';

/** Who does not have it. */
const lacks =
  /\b(?:not|without|lacks?|lacking|missing|neither|nor|no|never|\w+n['’]?t(?<!want|went|sent|meant|current|recent|assignment|department|management|client|account|agent|event))\b/;

/** "both X and Y", "X or Y", "neither X nor Y". */
async function withSeveral(
  context: InterpreterContext,
  labels: readonly string[],
  plain: string,
  not: boolean,
): Promise<InterpretedPart[]> {
  const isEither = /\b(?:either|or)\b/.test(plain) && !not;
  const isNeither = not && /\b(?:neither|nor|or)\b/.test(plain);
  if ((not && !isNeither) || (!isEither && labels.length > 2)) {
    throw new Unclear(
      'Who has which of them? Ask for one permission set after the other, please.',
    );
  }
  const holders = (names: readonly string[]) =>
    `(SELECT AssigneeId FROM PermissionSetAssignment WHERE ${names
      .map(
        name =>
          `PermissionSet.Label = ${quoted(
            name,
          )} OR PermissionSetGroup.MasterLabel = ${quoted(name)}`,
      )
      .join(' OR ')})`;
  const conditions =
    isEither || isNeither
      ? [`Id ${not ? 'NOT IN' : 'IN'} ${holders(labels)}`]
      : labels.map(label => `Id IN ${holders([label])}`);
  const answer = await query(
    context,
    `SELECT Id, Name, Username, Profile.Name, IsActive FROM User WHERE IsActive = TRUE AND ${conditions.join(
      ' AND ',
    )} ORDER BY Name LIMIT 2000`,
  );
  const between = isEither || isNeither ? ' or ' : ' and ';
  return isPart(answer)
    ? [answer]
    : [
        blocksPart(
          tableOf(answer, {
            title: `Active users ${not ? 'without' : 'with'} ${labels.join(
              between,
            )}`,
          }),
        ),
      ];
}

/** "Who has the Contract Approver permission set?", "Who is in the Deal Desk group?" */
export const membersAnswer: Answerer = async ({ plain, reading, input }) => {
  if (
    !/\b(?:who|whos|who's|which users|which people|list|show|members?|everyone|users (?:with|in|who)|people (?:with|in)|how many (?:users|people))\b/.test(
      plain,
    )
  )
    return undefined;
  const { context } = input;
  const sets = reading.named('permission-set', 'permission-set-group');
  const [set] = sets;
  const group = reading
    .named('public-group', 'queue')
    .find(({ hinted, quality }) => hinted || quality === 'exact');
  if (
    set &&
    (set.hinted || set.quality === 'exact') &&
    /\b(?:has|have|with|without|lacks?|lacking|missing|assigned|got|holds?|members?|in|hasn['’]?t|haven['’]?t)\b/.test(
      plain,
    )
  ) {
    const thing = reading.one(
      set,
      'permission set',
      'permission-set',
      'permission-set-group',
    );
    const not = lacks.test(plain);
    const profile = reading.named('profile')[0];
    const role = reading
      .named('role')
      .find(({ hinted }) => hinted?.includes('role'));
    if (/\b(?:log(?:ged)? ?in|login|created|expir\w+)\b/.test(plain)) {
      throw new Unclear(
        `I can list who has ${thing.label}, by profile or role too, but not by dates. Could you say it in other words?`,
      );
    }
    if (sets.length > 1) {
      return withSeveral(
        context,
        sets.map(
          each =>
            reading.one(
              each,
              'permission set',
              'permission-set',
              'permission-set-group',
            ).label,
        ),
        plain,
        not,
      );
    }
    const where =
      thing.kind === 'permission-set'
        ? `PermissionSet.Label = ${quoted(
            thing.label,
          )} AND PermissionSetGroupId = null`
        : `PermissionSetGroup.MasterLabel = ${quoted(thing.label)}`;
    if (not || profile || role) {
      const among = [
        profile &&
          `Profile.Name = ${quoted(
            reading.one(profile, 'profile', 'profile').label,
          )}`,
        role &&
          `UserRole.Name = ${quoted(reading.one(role, 'role', 'role').label)}`,
      ].filter(Boolean);
      const users = await query(
        context,
        `SELECT Id, Name, Username, Profile.Name, IsActive FROM User WHERE IsActive = TRUE AND Id ${
          not ? 'NOT IN' : 'IN'
        } (SELECT AssigneeId FROM PermissionSetAssignment WHERE ${where})${among
          .map(condition => ` AND ${condition}`)
          .join('')} ORDER BY Name LIMIT 2000`,
      );
      return isPart(users)
        ? [users]
        : [
            blocksPart(
              tableOf(users, {
                title: `Active users ${not ? 'without' : 'with'} ${
                  thing.label
                }`,
              }),
            ),
          ];
    }
    const answer = await query(
      context,
      `SELECT Assignee.Id, Assignee.Name, Assignee.Username, Assignee.IsActive FROM PermissionSetAssignment WHERE ${where} ORDER BY Assignee.Name LIMIT 2000`,
    );
    return isPart(answer)
      ? [answer]
      : [blocksPart(tableOf(answer, { title: `Who has ${thing.label}` }))];
  }
  if (group && /\b(?:in|members?|of|belongs?)\b/.test(plain)) {
    if (
      reading.named('public-group', 'queue').length > 1 ||
      /\b(?:active|inactive|frozen|log(?:ged)? ?in|created)\b/.test(plain)
    ) {
      throw new Unclear(
        'I can list who is in one group. Ask for one after the other, and without more conditions, please.',
      );
    }
    const not = lacks.test(plain);
    const thing = reading.one(group, 'group', 'public-group', 'queue');
    const answer = await query(
      context,
      `SELECT Id, Name, Username, IsActive FROM User WHERE ${
        not ? 'IsActive = TRUE AND Id NOT IN' : 'Id IN'
      } (SELECT UserOrGroupId FROM GroupMember WHERE Group.Name = ${quoted(
        thing.label,
      )}) ORDER BY Name LIMIT 2000`,
    );
    return isPart(answer)
      ? [answer]
      : [
          blocksPart(
            tableOf(answer, {
              title: `${not ? 'Active users who are not in' : 'Members of'} ${
                thing.label
              }`,
            }),
          ),
        ];
  }
  return undefined;
};
