import type { Answerer } from './answerQuestion';
import { askedUser } from './askedUser';
import { blocksPart, isPart, query, quoted, tableOf } from './blocks';

const asks =
  /\b(?:which|what|whats|list|show|see|give|in|my|all)\b.*\b(?<kind>(?:public )?groups?|queues?|groups? (?:and|or) queues?|queues? (?:and|or) (?:public )?groups?)\b/;
const belongs =
  /\b(?:am i|i am|i'm|im|do i|are we)\b|\bmy (?:own )?(?:public )?(?:groups?|queues?)\b|\b(?:is|does|of)\b/;

/** "which groups am I in", "what queues is Ann Lee in": where somebody is a member. */
export const membershipsAnswer: Answerer = async question => {
  const { plain, reading } = question;
  const kind = asks.exec(plain)?.groups?.kind;
  if (!kind || !belongs.test(plain)) return undefined;
  if (
    /\bpermission set groups?\b|\bmembers\b|\bgroup(?:ed)? by\b|\bhow many\b|\bcases?\b|\bleads?\b/.test(
      plain,
    ) ||
    reading.named('public-group', 'queue').length > 0
  ) {
    return undefined;
  }
  const isOwn = /\b(?:i|i'm|im|my|me)\b/.test(plain);
  const user = await askedUser(question, isOwn);
  if (!user || Array.isArray(user)) return user;
  const { label, id } = user;
  const { context } = question.input;
  const types = [
    ...(/group/.test(kind) ? ['Regular'] : []),
    ...(/queue/.test(kind) ? ['Queue'] : []),
  ];
  const answer = await query(
    context,
    `SELECT GroupId, Group.Name, Group.Type FROM GroupMember WHERE UserOrGroupId = ${quoted(
      id,
    )} AND Group.Type IN (${types
      .map(quoted)
      .join(', ')}) ORDER BY Group.Name LIMIT 2000`,
  );
  if (isPart(answer)) return [answer];
  const what = types.map(each => (each === 'Queue' ? 'Queues' : 'Groups'));
  return [
    blocksPart(
      tableOf(
        {
          ...answer,
          notes: [
            ...(answer.notes ?? []),
            'Direct memberships. Roles and groups that are members themselves may add more.',
          ],
        },
        { title: `${what.join(' and ')} of ${label}` },
      ),
    ),
  ];
};
