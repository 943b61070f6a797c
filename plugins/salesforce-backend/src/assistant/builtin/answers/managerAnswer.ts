import type { Answerer } from './answerQuestion';
import { askedUser } from './askedUser';
import { blocksPart, isPart, query, quoted, tableOf, textPart } from './blocks';

const ofSomebody =
  /\b(?:who(?:'s|s| is)|what is|whats|what's|name)\b.*\b(?:manager|boss|supervisor)\b|\bwho(?:m)? (?:does|do) .+ report to\b/;
const ofManager =
  /\bwho(?:m)? (?:all )?reports? to\b|\bwho (?:all )?works? (?:for|under)\b|\b(?:who|users?|people) (?:is |are |who are )?(?:managed by|reporting to)\b|\b(?:users?|people) whose manager is\b|\bwho has .+ as (?:a |their |the )?manager\b|\bwhich (?:people|users) report to\b|\b(?:direct reports|reports) of\b|\bmy (?:direct )?reports\b|\b(?:list|show).*\bwho reports? to\b/;

/** "who is my manager", "who reports to Priya Raman". */
export const managerAnswer: Answerer = async question => {
  const { plain } = question;
  const isBelow = ofManager.test(plain);
  if (!isBelow && !ofSomebody.test(plain)) return undefined;
  // what a manager may do is another question
  if (/\b(?:allowed|permissions?|access|can|may)\b/.test(plain)) {
    return undefined;
  }
  const isOwn = /\b(?:my|i|me)\b/.test(
    plain.replace(/\b(?:show|tell|give) me\b/g, ' '),
  );
  const user = await askedUser(question, isOwn);
  if (!user || Array.isArray(user)) return user;
  const { label, id } = user;
  const { context } = question.input;
  if (isBelow) {
    const answer = await query(
      context,
      `SELECT Id, Name, Username, Title, UserRole.Name, IsActive FROM User WHERE ManagerId = ${quoted(
        id,
      )} ORDER BY Name LIMIT 2000`,
    );
    return isPart(answer)
      ? [answer]
      : [blocksPart(tableOf(answer, { title: `Who reports to ${label}` }))];
  }
  const answer = await query(
    context,
    `SELECT Id, Manager.Name, Manager.Email FROM User WHERE Id = ${quoted(id)}`,
  );
  if (isPart(answer)) return [answer];
  const manager = answer.rows?.[0]?.Manager;
  const { Name: name, Email: email } =
    typeof manager === 'object' && manager !== null
      ? (manager as Record<string, unknown>)
      : {};
  const whose = isOwn ? 'Your manager' : `The manager of ${label}`;
  return [
    textPart(
      name
        ? `${whose} is ${String(name)}${email ? ` (${String(email)})` : ''}.`
        : `${
            isOwn ? 'You have' : `${label} has`
          } no manager in Salesforce that may be shown here.`,
    ),
  ];
};
