/** An object as people may call it. */
export interface ObjectWords {
  name: string;
  label: string;
  labelPlural: string;
  keyPrefix: string | null;
}

/** Words that people use besides labels. */
const nicknames: Record<string, string> = {
  opps: 'Opportunity',
  opp: 'Opportunity',
  deals: 'Opportunity',
  deal: 'Opportunity',
  pipeline: 'Opportunity',
  companies: 'Account',
  company: 'Account',
  customers: 'Account',
  customer: 'Account',
  tickets: 'Case',
  ticket: 'Case',
  acct: 'Account',
  accts: 'Account',
  meetings: 'Event',
  todos: 'Task',
  todo: 'Task',
  products: 'Product2',
};

/** Objects that a word stands for before any other of the same label. */
const common = [
  'Account',
  'Opportunity',
  'Contact',
  'Lead',
  'Case',
  'Task',
  'Event',
  'Asset',
  'Campaign',
  'User',
  'Contract',
  'Order',
  'Product2',
  'Subscription__c',
];

/** The object that a text speaks of first, with the words for it. */
export function objectIn(
  text: string,
  objects: readonly ObjectWords[],
): { name: string; words: string; at: number } | undefined {
  return objectsIn(text, objects)[0];
}

/** Every object that a text speaks of, in the order of the words. */
export function objectsIn(
  text: string,
  objects: readonly ObjectWords[],
): Array<{ name: string; words: string; at: number }> {
  const plain = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, ' ')} `;
  const found: Array<{
    name: string;
    words: string;
    at: number;
    rank: number;
  }> = [];
  const note = (name: string, words: string) => {
    const at = plain.indexOf(` ${words} `);
    if (at < 0 || !words) return;
    const rank = common.indexOf(name);
    found.push({
      name,
      words,
      at,
      rank: rank < 0 ? 100 + words.length * -1 : rank,
    });
  };
  for (const object of objects) {
    if (!common.includes(object.name) && !object.name.endsWith('__c')) {
      note(object.name, object.name.toLowerCase());
      continue;
    }
    for (const words of new Set([
      object.label,
      object.labelPlural,
      object.name,
    ])) {
      note(object.name, words.toLowerCase());
    }
  }
  for (const [words, name] of Object.entries(nicknames)) {
    if (objects.some(object => object.name === name)) note(name, words);
  }
  const sorted = found.sort(
    (left, right) =>
      left.at - right.at ||
      right.words.length - left.words.length ||
      left.rank - right.rank,
  );
  return sorted.filter(
    (each, index) =>
      sorted.findIndex(other => other.name === each.name) === index,
  );
}
