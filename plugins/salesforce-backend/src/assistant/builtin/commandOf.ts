import type { InterpreterInput } from '@salesdesk/backstage-plugin-salesforce-node';
import { accessCommand } from './accessCommands';
import { genericCommand } from './genericCommand';
import { impliedVerb } from './impliedVerb';
import type { VerbClass } from './lexicon';
import type { Memory } from './Memory';
import { offboardCommand } from './offboardCommand';
import type { Proposal } from './Proposal';
import { Refused, Unclear, type Reading } from './Reading';
import { recordCommand } from './records/recordCommand';
import { setupCommand } from './setupCommands';
import { undoCommand } from './undoCommand';
import { userCommand } from './userCommands';
import { detailCommand, transferCommand } from './workCommands';

/** Actions that the grammar of this folder knows; others declare themselves. */
const known =
  /^salesforce_(?:\w+_user|reset_password|change_profile|(?:assign|remove)_(?:permission_set|permission_set_group|role|license)|(?:add|remove)_group_member|revoke_\w+|transfer_ownership|(?:create|delete)_\w+|update_record|convert_lead)$/;

/** "her team" is nobody that can be looked up; neither is it left out. */
const someonesTeam =
  /\b(?:and|to|from|for|on|in|of|all|everyone|plus|give|freeze|unfreeze|deactivate|assign|grant|remove|reset|lock)\s+((?:my|our|his|her|their|your)\s+(?:whole |entire |own |sales |new )?(?:team|teams|people|reports|department|colleagues?|managers?|boss|peers?|assistant|staff|crew|folks))\b(?! \|)/;

/** What one step asks to be done, or undefined when that is not understood. */
export async function commandOf(
  reading: Reading,
  memory: Memory,
  input: InterpreterInput,
): Promise<Proposal | undefined> {
  const { context } = input;
  const said = reading.verb();
  const verb =
    // "Ann's new title is …": new is no verb there
    (said?.words === 'new' ? impliedVerb(reading) : said) ??
      impliedVerb(reading) ??
      said ?? {
        classes: new Set<VerbClass>(),
        at: 0,
        words: '',
      };
  if (verb.classes.has('approve')) {
    throw new Refused(
      'I cannot approve or reject anything. Reviewers decide on the page of the request or in their inbox.',
    );
  }
  if (
    /\b(?:if|whether|(?:should|shall|must|may|ought) (?:i|we|one|somebody|someone|anyone)\b(?! (?:have|get)\b)|what happens|pretend|imagine|suppose|hypothetically)\b/.test(
      reading.plain.slice(0, 60),
    ) &&
    !reading.plain.startsWith('please')
  ) {
    const first = reading.tokens[0]?.plain;
    if (
      [
        'if',
        'should',
        'shall',
        'must',
        'may',
        'ought',
        'what',
        'suppose',
        'imagine',
        'pretend',
        'hypothetically',
      ].includes(first)
    ) {
      throw new Unclear(
        'Should it be done, or are you asking what would happen? Nothing is proposed yet.',
      );
    }
  }
  if (
    /\b(?:every ?one|everybody|all users|all the users)\b/.test(
      reading.plain,
    ) &&
    /\b(?:admin|administrator|admin access|full access|everything)\b/.test(
      reading.plain,
    )
  ) {
    const profiles = reading
      .named('profile')
      .some(({ quality }) => quality === 'exact');
    if (!profiles)
      throw new Unclear(
        'Whom exactly, and which permission set or profile? Name the team and the access.',
      );
  }
  if (
    /^(?:can|could|may|should|shall|will|would|must)$/.test(
      reading.tokens[0]?.plain ?? '',
    ) &&
    reading.mentions[0]?.from === 1 &&
    /\bbe\b|^(?:should|shall|must)\b/.test(reading.outside) &&
    // asked politely, it is no question
    !/\b(?:please|pls|kindly)\b/.test(reading.plain)
  ) {
    throw new Unclear(
      'Should it be done, or are you asking whether it is possible? Nothing is proposed yet.',
    );
  }
  if (
    /\b(?:as soon as|as long as|in case|provided(?: that)?|by the time|only (?:if|when|after))\b/.test(
      reading.plain,
    )
  ) {
    throw new Unclear(
      'That depends on something else. Ask for it when it is so; nothing is proposed yet.',
    );
  }
  if (
    /\b(?:one|two|three|any|some|several|few|half|most|none|neither|either) of\b/.test(
      reading.outside,
    )
  ) {
    throw new Unclear('Which of them? Name everybody who is meant.');
  }
  const own = context.actions.filter(({ id }) => !known.test(id));
  const onRecords =
    (verb.classes.has('undo')
      ? await undoCommand(reading, context)
      : undefined) ??
    offboardCommand(reading, verb) ??
    transferCommand(reading, verb) ??
    detailCommand(reading, verb) ??
    (await recordCommand(reading, verb, memory, input));
  if (onRecords) return onRecords;
  const people = reading.named('user', 'person');
  const isPerson = (at: number) =>
    people.some(({ from, to }) => at >= from && at <= to);
  const team = someonesTeam.exec(
    reading.tokens
      .map(({ plain, capital }, at) =>
        isPerson(at) || (capital && at > 0 && !reading.isMentioned(at))
          ? '|'
          : plain,
      )
      .join(' '),
  )?.[1];
  if (team) {
    throw new Unclear(
      `Who is “${team}”? Give names, e-mail addresses or the name of a team.`,
    );
  }
  return (
    setupCommand(reading, verb) ??
    userCommand(reading, verb) ??
    accessCommand(reading, verb) ??
    genericCommand(reading, own)
  );
}
