import {
  soql,
  type Observation,
  type SalesforceReader,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { valuesOf, type PlannedWork } from './PlannedWork';
import { sameValue } from './sameValue';

/*
 * A record without a natural key (a task, a lead) can be there twice, and both
 * may be right. After a lost reply it is looked for among what the integration
 * user has created since the intent, leaving out what is known to belong to
 * other changes:
 *
 * - one that has exactly the values that were sent is the one;
 * - if there is none that could be it, the call did not arrive;
 * - several, or one that has only some of the values (an automation of the org
 *   may have altered the others), cannot be told apart: an admin looks at it.
 *
 * So a record is sent again only where nothing of what was written is found.
 */

/** The clocks of Salesforce and of the host may differ by so much. */
const clockSkew = 2 * 60_000;

/** More records than this are not looked at: nothing could be told. */
const mostRecords = 2_000;

/** Types of fields whose values tell one record from another. */
const texts = new Set([
  'string',
  'textarea',
  'combobox',
  'email',
  'phone',
  'url',
  'currency',
  'double',
  'int',
]);

/** What is known of records that the executor made, or may have made. */
export interface NewRecordFacts {
  /** Salesforce users as whom records are created. */
  createdBy: string[];
  /** Of these records, those that belong to other changes. */
  claimed(recordIds: string[]): Promise<ReadonlySet<string>>;
}

/** Looks for records of one object that a call may have created. */
export async function observeNewRecords(options: {
  reader: SalesforceReader;
  object: string;
  group: PlannedWork[];
  all: PlannedWork[];
  facts: NewRecordFacts | undefined;
  observations: Map<number, Observation>;
}): Promise<void> {
  const { reader, object, group, all, facts, observations } = options;
  for (const item of group) {
    observations.set(item.position, { state: 'unobservable' });
  }
  // what was never sent is not looked for: another one may be there rightly
  const sent = group.filter(
    ({ isIntended, intendedAt }) => isIntended && intendedAt,
  );
  if (!facts || facts.createdBy.length === 0 || sent.length === 0) return;
  const since = Math.min(
    ...sent.map(({ intendedAt }) => Date.parse(intendedAt ?? '')),
  );
  const fields = new Set(['Id']);
  const description = await reader.describe(object);
  const typeOf = new Map(
    description.fields.map(({ name, type }): [string, string] => [name, type]),
  );
  for (const { change } of sent) {
    change.fields
      .filter(({ name }) => typeOf.has(name))
      .forEach(({ name }) => fields.add(name));
  }
  const { records, totalSize } = await reader.query<
    SalesforceRecord & { Id: string }
  >(
    soql.select({
      from: object,
      fields: [...fields],
      where: soql.and(
        soql.inList('CreatedById', facts.createdBy),
        soql.compare(
          'CreatedDate',
          '>=',
          soql.dateTime(new Date(since - clockSkew)),
        ),
      ),
      orderBy: [{ field: 'Id' }],
      limit: mostRecords,
    }),
  );
  if (totalSize >= mostRecords) return;
  const claimed = await facts.claimed(records.map(({ Id }) => Id));
  const candidates = records.filter(({ Id }) => !claimed.has(Id));
  const judged = sent.map(item => ({
    item,
    ...compare({ wanted: valuesOf(item, all), candidates, typeOf }),
  }));
  for (const { item, same, similar } of judged) {
    // two changes of this plan may be meant to make two alike
    const rivals = judged.filter(
      other => other.item !== item && other.same.some(id => same.includes(id)),
    );
    if (similar.length > 0 || same.length > 1 || rivals.length > 0) continue;
    observations.set(
      item.position,
      same.length === 1
        ? { state: 'applied', recordId: same[0] }
        : { state: 'not_applied' },
    );
  }
}

/** Which records have all of the values, and which only some that tell. */
function compare(options: {
  wanted: Record<string, unknown>;
  candidates: Array<SalesforceRecord & { Id: string }>;
  typeOf: ReadonlyMap<string, string>;
}): { same: string[]; similar: string[] } {
  const { wanted, candidates, typeOf } = options;
  const given = Object.entries(wanted).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  // owners, stages and days are shared by many
  const telling = given.filter(([name]) => texts.has(typeOf.get(name) ?? ''));
  const same: string[] = [];
  const similar: string[] = [];
  for (const record of candidates) {
    const has = ([name, value]: [string, unknown]) =>
      sameValue(record[name], value);
    if (given.every(has)) same.push(record.Id);
    else if (telling.length === 0 || telling.some(has)) similar.push(record.Id);
  }
  return { same, similar };
}
