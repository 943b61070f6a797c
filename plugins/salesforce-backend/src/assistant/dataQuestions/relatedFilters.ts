import {
  soql,
  type ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { DataSchema } from './DataSchema';
import { fieldsIn } from './fieldWords';
import type { Filter } from './Filter';
import { filtersIn } from './filtersIn';
import { Said } from './Said';

interface Named {
  name: string;
  words: string;
}

/**
 * What is said of records beside: "contacts of accounts in Germany", "accounts
 * without opportunities", "accounts with open cases". Undefined where nothing of
 * that kind is said; the words of it are taken.
 */
export async function relatedFilters(options: {
  said: Said;
  object: ObjectDescription;
  others: Named[];
  schema: DataSchema;
}): Promise<Filter[]> {
  const { said, object, others, schema } = options;
  const filters: Filter[] = [];
  for (const other of others) {
    const found =
      (await aboutChildren({ said, object, other, schema })) ??
      (await aboutParent({ said, object, other, schema }));
    if (found) filters.push(found);
  }
  return filters;
}

/** "contacts of accounts in Germany": said of the parent, read on the parent. */
async function aboutParent(options: {
  said: Said;
  object: ObjectDescription;
  other: Named;
  schema: DataSchema;
}): Promise<Filter | undefined> {
  const { said, object, other, schema } = options;
  const lookup = object.fields.find(
    ({ type, referenceTo, relationshipName }) =>
      type === 'reference' &&
      referenceTo.length === 1 &&
      referenceTo[0] === other.name &&
      relationshipName,
  );
  if (!lookup?.relationshipName) return undefined;
  const phrase = said.matchPattern(
    new RegExp(
      `\\b(?:of|for|from|at|on|in|belonging to|whose|where the|where) (?:the |an? |all |our )?((?:my )?(?:[\\p{Ll}-]+ ){0,2}?${other.words}\\b.*)$`,
      'iu',
    ),
  );
  if (!phrase) return undefined;
  const parent = await schema.describe(other.name);
  const read = readAside({ words: phrase[1], object: parent, other, schema });
  if (!read) return undefined;
  said.takeText(phrase[0]);
  const path = lookup.relationshipName;
  return {
    about: [`${path}.`],
    words: `of ${parent.label}: ${read.map(({ words }) => words).join(', ')}`,
    condition: at =>
      soql.and(
        ...read.map(filter =>
          filter.condition(field => at(`${path}.${field}`)),
        ),
      ),
  };
}

/** "accounts with open opportunities", "accounts without contacts": a semi-join. */
async function aboutChildren(options: {
  said: Said;
  object: ObjectDescription;
  other: Named;
  schema: DataSchema;
}): Promise<Filter | undefined> {
  const { said, object, other, schema } = options;
  const child = object.childRelationships.find(
    ({ childSObject, relationshipName }) =>
      childSObject === other.name && relationshipName,
  );
  if (!child) return undefined;
  const none = said.matchPattern(
    new RegExp(
      `\\b(?:without|with no|(?:that |which |who )?(?:have|has) no|having no|lacking|(?:that |which |who )?(?:do not|does not|don't|dont|doesn't) have)((?: any| an?)? (?:[\\p{Ll}-]+ ){0,3}?${other.words}\\b.*)$`,
      'iu',
    ),
  );
  const some =
    none ??
    said.matchPattern(
      new RegExp(
        `\\b(with|having|(?:that |which |who )?(?:have|has))((?: any| an?| at least one)? (?:[\\p{Ll}-]+ ){0,3}?${other.words}\\b.*)$`,
        'iu',
      ),
    );
  if (!some) return undefined;
  const description = await schema.describe(other.name);
  const about = none ? none[1] : some[2];
  const isBare =
    !/\b(?:any|an?|at least one)\b/i.test(about) &&
    !/ha(?:ve|s)$/i.test(none ? '' : some[1]);
  const read = readAside({
    words: about.replace(/\b(?:any|at least one)\b/gi, ' '),
    object: description,
    other,
    schema,
    mayBeEmpty: Boolean(none) || !isBare,
  });
  if (!read) return undefined;
  said.takeText(some[0]);
  const inner = soql.select({
    from: other.name,
    fields: [child.field],
    where: soql.and(
      soql.isNotNull(child.field),
      ...read.map(filter => filter.condition(field => field)),
    ),
  });
  const what = [description.label, ...read.map(({ words }) => words)].join(' ');
  return {
    about: [`${other.name}.`],
    words: none ? `without ${what}` : `with ${what}`,
    condition: at =>
      none ? soql.notInQuery(at('Id'), inner) : soql.inQuery(at('Id'), inner),
  };
}

/** Filters in words about another object; undefined unless all of the words are understood. */
function readAside(options: {
  words: string;
  object: ObjectDescription;
  other: Named;
  schema: DataSchema;
  mayBeEmpty?: boolean;
}): Filter[] | undefined {
  const { words, object, other, schema, mayBeEmpty = false } = options;
  const said = new Said(words);
  said.take(other.words);
  const mentions = fieldsIn(words, object).filter(
    each => !other.words.includes(each.words),
  );
  const read = filtersIn({
    said,
    object,
    mentions,
    schema,
    own: other.words,
  });
  if (read.kind === 'unclear') return undefined;
  for (const mention of mentions) said.take(mention.words);
  if (said.left().length > 0) return undefined;
  return read.filters.length > 0 || mayBeEmpty ? read.filters : undefined;
}
