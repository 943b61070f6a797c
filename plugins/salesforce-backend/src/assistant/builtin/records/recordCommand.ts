import type { InterpreterInput } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Memory } from '../Memory';
import type { Proposal } from '../Proposal';
import { Refused, type Reading } from '../Reading';
import { clauseText } from './clauseText';
import { convertCommand } from './convertCommand';
import { createCommand } from './createCommand';
import { updateCommand } from './updateCommand';

type Verb = NonNullable<ReturnType<Reading['verb']>>;

const crm =
  /\b(?:accounts?|opportunit(?:y|ies)|opps?|deals?|leads?|contacts?|cases?|tickets?|tasks?|todos?|events?|meetings?|calls?|campaigns?|assets?|products?|contracts?|orders?|records?|subscriptions?|compan(?:y|ies)|customers?)\b/;

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
    verb.words === 'log' ||
    /^(?:remind me|follow up)/.test(plain) ||
    verb.classes.has('create') ||
    /^(?:add|schedule|book|enter|record)$/.test(verb.words) ||
    /^(?:please )?(?:schedule|book|enter|record)\b/.test(plain);
  if (isNewThing && speaks && !/\b(?:role|group)\b/.test(outside)) {
    const created = await createCommand(reading, context, memory);
    if (created) return created;
  }
  const isChange =
    verb.classes.has('change') ||
    // 'opportunity "Acme renewal": stage Closed Won'
    (verb.words === '' &&
      /^\s*(?:the\s+)?\w+\s+"[^"]+"\s*:\s*\p{L}/u.test(clauseText(reading))) ||
    /\b(?:mark|close|reopen|move|assign|reassign|rename|bump|push|escalate|put)\b/.test(
      verb.words || plain.split(' ')[0],
    );
  if (isChange && (speaks || isOnRecord)) {
    return updateCommand(reading, memory, context);
  }
  return undefined;
}
