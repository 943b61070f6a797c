import type { Answerer } from './answerQuestion';
import { blocksPart, isPart, query, quoted, tableOf } from './blocks';

/** "Who has the Contract Approver permission set?", "Who is in the Deal Desk group?" */
export const membersAnswer: Answerer = async ({ plain, reading, input }) => {
  if (
    !/\b(?:who|whos|who's|which users|which people|list|show|members?|everyone|users (?:with|in|who)|people (?:with|in)|how many (?:users|people))\b/.test(
      plain,
    )
  )
    return undefined;
  const { context } = input;
  const set = reading.named('permission-set', 'permission-set-group')[0];
  const group = reading
    .named('public-group', 'queue')
    .find(({ hinted, quality }) => hinted || quality === 'exact');
  if (
    set &&
    (set.hinted || set.quality === 'exact') &&
    /\b(?:has|have|with|assigned|got|holds?|members?|in)\b/.test(plain)
  ) {
    const thing = reading.one(
      set,
      'permission set',
      'permission-set',
      'permission-set-group',
    );
    const where =
      thing.kind === 'permission-set'
        ? `PermissionSet.Label = ${quoted(
            thing.label,
          )} AND PermissionSetGroupId = null`
        : `PermissionSetGroup.MasterLabel = ${quoted(thing.label)}`;
    const answer = await query(
      context,
      `SELECT Assignee.Id, Assignee.Name, Assignee.Username, Assignee.IsActive FROM PermissionSetAssignment WHERE ${where} ORDER BY Assignee.Name LIMIT 2000`,
    );
    return isPart(answer)
      ? [answer]
      : [blocksPart(tableOf(answer, { title: `Who has ${thing.label}` }))];
  }
  if (group && /\b(?:in|members?|of|belongs?)\b/.test(plain)) {
    const thing = reading.one(group, 'group', 'public-group', 'queue');
    const answer = await query(
      context,
      `SELECT Id, Name, Username, IsActive FROM User WHERE Id IN (SELECT UserOrGroupId FROM GroupMember WHERE Group.Name = ${quoted(
        thing.label,
      )}) ORDER BY Name LIMIT 2000`,
    );
    return isPart(answer)
      ? [answer]
      : [blocksPart(tableOf(answer, { title: `Members of ${thing.label}` }))];
  }
  return undefined;
};
