import {
  soql,
  type ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Filter } from './Filter';
import { accountPath, namesOfPlace, placePaths } from './placeFilter';
import type { Said } from './Said';

const mostWords = 5;

/**
 * "in germany", "contacts at acme industries": names without capitals. It is
 * the last to look, at words that nothing else accounts for, and what it makes
 * of them is a guess, which holds only if there are such records.
 */
export function looseFilter(options: {
  said: Said;
  object: ObjectDescription;
  /** The words that the object was named by. */
  own: string;
}): Filter[] {
  const { said, object, own } = options;
  const left = said.left();
  if (left.length === 0 || left.length > mostWords) return [];
  if (left.some(word => /^\p{Lu}/u.test(word) || word.length < 2)) return [];
  const run = left
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join("[\\s&.'-]+(?:(?:of|the|and|&)\\s+)?");
  const lead = /^\p{L}/u.test(own) ? `|${own.replace(/ /g, '\\s+')}\\s+` : '';
  const found = new RegExp(
    `(?<lead>\\b(?:in|from|near|at|of|for|with|named|called)\\s+(?:the\\s+)?(?:account\\s+|company\\s+|customer\\s+)?${lead})(?<name>${run})\\s*(?=[?.!,]|$|\\s)`,
    'iu',
  ).exec(said.text)?.groups;
  // "only germany": all that a question says which goes on about another
  const alone =
    own && new RegExp(`^\\s*${run}\\s*$`, 'iu').test(said.text)
      ? { name: said.text, lead: 'in ' }
      : undefined;
  const guess = found ?? alone;
  if (!guess) return [];
  const name = guess.name.trim();
  said.takeText(guess.name);
  const { lead: words } = guess;
  const nameField = object.fields.some(field => field.name === 'Name')
    ? 'Name'
    : 'Subject';
  const places = placePaths(object);
  if (/^(?:in|from|near)\b/i.test(words) && places.length > 0) {
    return [
      {
        about: places,
        guessed: true,
        words: `in ${name}`,
        condition: at =>
          soql.or(
            ...namesOfPlace(name).flatMap(each =>
              places.map(place => soql.eq(at(place), each)),
            ),
          ),
      },
    ];
  }
  const path =
    /^(?:at|of|for|with|from)\b/i.test(words) && accountPath(object)
      ? accountPath(object) ?? nameField
      : nameField;
  return [
    {
      about: [path],
      guessed: true,
      words: path === nameField ? `named “${name}”` : `of ${name}`,
      condition: at => soql.contains(at(path), name),
    },
  ];
}
