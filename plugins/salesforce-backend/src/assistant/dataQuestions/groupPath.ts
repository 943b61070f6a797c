import type { ObjectDescription } from '@salesdesk/backstage-plugin-salesforce-node';
import { keyOf } from '../names/words';
import { fieldsIn } from './fieldWords';

/** What records are grouped by. */
export interface Grouping {
  label: string;
  /** What stands in GROUP BY, and in SELECT with `as`. */
  expressions: string[];
  /** Where its values stand in a row. */
  columns: string[];
  /** What tells groups of one name apart. */
  key?: string;
  /** The column that must hold a user: agents are no queues. */
  usersBy?: string;
  /** Used instead where this one is empty everywhere. */
  otherwise?: Grouping;
}

const people =
  /^(?:agents?|(?:sales ?|service |support )?reps?|owners?|persons?|people|users?|salesperson|sales people|sellers?|employees?|case owners?|opportunity owners?|lead owners?|who)$/;
const places: Record<string, string[]> = {
  state: ['BillingState'],
  region: ['BillingState', 'BillingCountry'],
  country: ['BillingCountry'],
  city: ['BillingCity'],
};
const companies = /^(?:accounts?|customers?|compan(?:y|ies)|clients?)$/;
const parts: Record<string, string[]> = {
  month: ['CALENDAR_YEAR', 'CALENDAR_MONTH'],
  quarter: ['CALENDAR_YEAR', 'CALENDAR_QUARTER'],
  year: ['CALENDAR_YEAR'],
  weekday: ['DAY_IN_WEEK'],
};

/** The field or path that words for a group mean; undefined where there is none. Pure. */
export function groupingOf(options: {
  words: string;
  object: ObjectDescription;
  /** The date that the question goes by. */
  dateField: string;
}): Grouping | undefined {
  const { object, dateField } = options;
  const words = options.words.toLowerCase().trim();
  const has = (name: string) =>
    object.fields.some(field => field.name === name && field.groupable);
  const single = words.replace(/s$/, '').replace(/ /g, '');
  if (parts[single]) {
    return {
      label: words,
      expressions: parts[single].map(name => `${name}(${dateField})`),
      columns: parts[single].map((_, at) => `part${at}`),
    };
  }
  if (people.test(words) && has('OwnerId')) {
    return {
      label: 'Owner',
      // two people may be called the same
      expressions: ['OwnerId', 'Owner.Name'],
      columns: ['Owner.Name'],
      ...(/owner/.test(words) ? {} : { usersBy: 'OwnerId' }),
      key: 'OwnerId',
    };
  }
  if (companies.test(words)) {
    if (object.name === 'Account') return path('Account', 'Name');
    if (has('AccountId')) return path('Account', 'Account.Name');
  }
  const place = places[single];
  if (place) {
    const prefix = object.name === 'Account' ? '' : 'Account.';
    if (!prefix || has('AccountId')) {
      const [first, second] = place.map(name =>
        path(options.words, `${prefix}${name}`),
      );
      return { ...first, ...(second ? { otherwise: second } : {}) };
    }
    const own = ['State', 'Country'].filter(has);
    if (own.length > 0) return path(options.words, own[0]);
  }
  if (/^(?:case )?(?:issues?|problems?)$/.test(words)) {
    const found = ['Issue__c', 'Reason', 'Type', 'Subject']
      .filter(has)
      .map(name => path(labelOf(object, name), name));
    if (found.length > 0) return chained(found);
  }
  const field = fieldsIn(words, object)[0]?.field;
  if (!field) {
    const near = object.fields.find(
      each =>
        each.groupable &&
        keyOf(each.label).endsWith(keyOf(words.replace(/s$/, ''))),
    );
    return near ? path(near.label, near.name) : undefined;
  }
  return field.type === 'reference' && field.relationshipName
    ? path(field.label.replace(/ ID$/, ''), `${field.relationshipName}.Name`)
    : path(field.label, field.name);
}

/** Each is used where those before it are empty everywhere. */
function chained([first, ...rest]: Grouping[]): Grouping {
  return rest.length > 0 ? { ...first, otherwise: chained(rest) } : first;
}

function labelOf(object: ObjectDescription, name: string): string {
  return object.fields.find(field => field.name === name)?.label ?? name;
}

function path(label: string, expression: string): Grouping {
  return { label, expressions: [expression], columns: [expression] };
}
