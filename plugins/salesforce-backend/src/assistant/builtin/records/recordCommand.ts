import type { InterpreterInput } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Memory } from '../Memory';
import type { Proposal } from '../Proposal';
import { Refused, Unclear, type Reading } from '../Reading';
import { clauseText } from './clauseText';
import { convertCommand } from './convertCommand';
import { createCommand } from './createCommand';
import { saysState } from './stateSaid';
import { updateCommand } from './updateCommand';

type Verb = NonNullable<ReturnType<Reading['verb']>>;

const crm =
  /\b(?:accounts?|opportunit(?:y|ies)|opps?|deals?|leads?|contacts?|cases?|tickets?|tasks?|todos?|events?|meetings?|calls?|campaigns?|assets?|products?|contracts?|orders?|records?|subscriptions?|compan(?:y|ies)|customers?)\b/;

const addsToText =
  /\b(?:add|append|put|write)\b.*\bto (?:the |its |his |her )?(?:description|notes?|comments?|subject|name|next step)\b/;

/** "make Ann the owner of …" makes nothing new. */
const isNoThing =
  /\bmake (?!an?\b|another\b|new\b|me an?\b|us an?\b)|\bowner of\b/;

const tells =
  /\b(?:is|are|was|were|has|had|came|comes|coming|arrived|appeared|exists?|signed|wants?|called|wrote|needs?)\b/;

/** Work on CRM records: create, update, convert. Deletes do not exist. */
export async function recordCommand(
  reading: Reading,
  verb: Verb,
  memory: Memory,
  input: InterpreterInput,
): Promise<Proposal | undefined> {
  const { plain, outside } = reading;
  const { context } = input;
  if (
    /\b(?:user|users|permission set|profile|public group|queue|password|licen[cs]e)\b/.test(
      outside,
    )
  ) {
    return undefined;
  }
  // a user's account is the user, not a company
  if (
    reading.named('user', 'person').length > 0 &&
    /\baccounts?\b/.test(outside) &&
    /\b(?:hold|ice|salesforce account|his account|her account|their account)\b/.test(
      plain,
    )
  ) {
    return undefined;
  }
  const isOnRecord =
    (context.page?.kind === 'record' && context.page.object !== 'User') ||
    memory.record !== undefined;
  const speaks = crm.test(outside) || /__c\b/.test(outside);
  if (
    verb.classes.has('delete') &&
    (speaks || (isOnRecord && /\b(?:this|it|that)\b/.test(plain))) &&
    (reading.named('user').length === 0 || crm.test(outside))
  ) {
    throw new Refused(
      'Salesdesk deletes no CRM records. An admin can do that in Salesforce itself.',
      [],
    );
  }
  const isLead =
    (context.page?.kind === 'record' && context.page.object === 'Lead') ||
    memory.record?.object === 'Lead';
  if (
    verb.classes.has('convert') &&
    (/\bleads?\b/.test(plain) || (isLead && /\b(?:it|this|that)\b/.test(plain)))
  ) {
    return convertCommand(reading, memory, context);
  }
  const isNewThing =
    !isNoThing.test(plain) &&
    (verb.words === 'log' ||
      /^(?:remind me|follow up)/.test(plain) ||
      verb.classes.has('create') ||
      /^(?:add|schedule|book|enter|record)$/.test(verb.words) ||
      /^(?:please )?(?:schedule|book|enter|record)\b/.test(plain));
  if (addsToText.test(plain)) {
    throw new Unclear(
      'Text cannot be added to what is there. Say what the whole should be, for example “set the description of … to …”.',
    );
  }
  // "a new lead came in": that tells, and asks for nothing
  if (verb.words === 'new' && tells.test(plain)) return undefined;
  if (isNewThing && speaks && !/\b(?:role|group)\b/.test(outside)) {
    const created = await createCommand(reading, context, memory);
    if (created) return created;
  }
  const isStated = verb.words === '' && saysState(reading);
  const isChange =
    isStated ||
    verb.classes.has('change') ||
    // 'opportunity "Acme renewal": stage Closed Won'
    (verb.words === '' &&
      /^\s*(?:the\s+)?\w+\s+"[^"]+"\s*:\s*\p{L}/u.test(clauseText(reading))) ||
    /\b(?:mark|clear|empty|close|reopen|move|assign|reassign|rename|bump|push|escalate|put)\b/.test(
      verb.words || plain.split(' ')[0],
    );
  // "give the account X to Ann": its owner changes
  const handsOver =
    /^(?:(?:please|pls|can you|could you) )*(?:give|hand|hand over) (?:the |my |this )?(?:account|opportunity|opp|deal|lead|case|contact)\b/.test(
      plain,
    ) && reading.named('user', 'person').length === 1;
  if ((isChange || handsOver) && (speaks || isOnRecord)) {
    return updateCommand(reading, memory, context);
  }
  return undefined;
}
