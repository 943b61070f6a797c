import { personKinds } from './Mentions';
import { proposal, type Proposal } from './Proposal';
import { Unclear, type Reading } from './Reading';
import { requirePermitted } from './requirePermitted';

type Verb = NonNullable<ReturnType<Reading['verb']>>;

const action = 'salesforce_offboard_user';

/** Verbs that hand over what somebody leaves behind. */
export const handsOver =
  /^(?:give|transfer|hand|move|pass|reassign|assign|leave|hand over)$/;

/** "offboard Marco and give his records to Ari": one request, with an heir. */
export function offboardCommand(
  reading: Reading,
  verb: Verb,
): Proposal | undefined {
  if (!verb.classes.has('offboard')) return undefined;
  requirePermitted(reading, action);
  const { plain } = reading;
  const heir = [...reading.named('user', 'person')].reverse().find(({ from }) =>
    /\b(?:to|with|heir|successor)(?: is)?(?: the)?$/.test(
      reading.tokens
        .slice(0, from)
        .map(token => token.plain)
        .join(' '),
    ),
  );
  reading.takeAny(
    verb.words,
    ...['account', 'accounts', 'login', 'user', 'from', 'salesforce'],
    ...['give', 'transfer', 'hand', 'move', 'pass', 'reassign', 'assign'],
    ...['over', 'and', 'to', 'all', 'everything', 'records', 'record', 'open'],
    ...[
      'his',
      'her',
      'their',
      'of',
      'work',
      'stuff',
      'data',
      'book of business',
    ],
    ...[
      'opportunities',
      'leads',
      'cases',
      'ownership',
      'with',
      'keep',
      'leave',
    ],
    ...['owns', 'owned', 'own', 'goes', 'go', 'should', 'gets', 'has'],
    ...['without', 'moving', 'transferring', 'giving', 'handing', 'that'],
  );
  const speaksOfRecords =
    /\b(?:records?|opportunities|leads|cases|ownership|everything|work|stuff|data|business)\b/.test(
      reading.outside,
    );
  // "only her leads" is not what leaving means; ask rather than give all
  if (
    /\b(?:opportunities|leads|cases|accounts)\b/.test(reading.outside) &&
    !/\brecords?\b/.test(reading.outside)
  ) {
    throw new Unclear(
      'Offboarding hands over all records, or the open ones. Say “records”, or ask for a transfer of just these.',
    );
  }
  const target = heir && reading.one(heir, 'person', ...personKinds);
  reading.takeReason();
  const people = reading.people({ except: heir ? [heir] : [] });
  const records = recordsSaid(plain);
  if (speaksOfRecords && !target && /\b(?:to|with)\s*$/.test(plain)) {
    throw new Unclear('Who gets the records?');
  }
  return proposal({
    reading,
    action,
    people,
    input: {
      ...(target ? { transferTo: target.value } : {}),
      ...(records ? { records } : {}),
    },
  });
}

function recordsSaid(plain: string): 'open' | 'none' | undefined {
  if (
    /\b(?:without (?:moving|transferring|giving|handing)|keep (?:his|her|their|the|all)?\s*records)\b/.test(
      plain,
    )
  ) {
    return 'none';
  }
  return /\bopen (?:records|opportunities|work|ones)\b/.test(plain)
    ? 'open'
    : undefined;
}
