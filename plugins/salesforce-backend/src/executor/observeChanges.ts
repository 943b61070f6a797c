import {
  soql,
  type Observation,
  type SalesforceReader,
  type SalesforceRecord,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { observeInvocations } from './observeInvocations';
import { observeNewRecords, type NewRecordFacts } from './observeNewRecords';
import { recordIdOf, valuesOf, type PlannedWork } from './PlannedWork';
import { sameValue } from './sameValue';

/** Conditions of one query stay well below the limits of SOQL and of a URL. */
const keysPerQuery = 100;

/**
 * Reads whether wanted changes are there already: the question that makes it
 * safe to go on after a lost reply or a crash. Reads are shared by all changes
 * of one object.
 */
export async function observeChanges(options: {
  reader: SalesforceReader;
  /** What to observe. */
  work: PlannedWork[];
  /** The whole plan, by position. */
  all: PlannedWork[];
  /** Without them, a create that has no natural key cannot be observed. */
  newRecords?: NewRecordFacts;
}): Promise<Map<number, Observation>> {
  const { reader, work, all, newRecords: facts } = options;
  const observations = new Map<number, Observation>();
  for (const [key, group] of groupBy(work, observationKey)) {
    const object = group[0].change.object;
    if (key.startsWith('invoke')) {
      await observeInvocations({ reader, work: group, all, observations });
    } else if (key === `create ${object} `) {
      await observeNewRecords({
        reader,
        object,
        group,
        all,
        facts,
        observations,
      });
    } else if (key.startsWith('create')) {
      await observeCreates({ reader, object, group, all, observations });
    } else {
      await observeRecords({ reader, object, group, all, observations });
    }
  }
  return observations;
}

function observationKey({ change }: PlannedWork): string {
  return change.operation === 'create'
    ? `create ${change.object} ${(change.naturalKey ?? []).join()}`
    : `${change.operation} ${change.object}`;
}

async function observeRecords(options: {
  reader: SalesforceReader;
  object: string;
  group: PlannedWork[];
  all: PlannedWork[];
  observations: Map<number, Observation>;
}): Promise<void> {
  const { reader, object, group, all, observations } = options;
  const known = group.flatMap(item => {
    const id = recordIdOf(item, all);
    // The record was to be created by this plan and was not.
    if (id === null) observations.set(item.position, { state: 'not_applied' });
    return id === null ? [] : [{ item, id }];
  });
  if (known.length === 0) return;
  const fields = new Set(['Id']);
  for (const { item } of known) {
    item.change.fields.forEach(field => fields.add(field.name));
  }
  const records = await reader.retrieve({
    object,
    ids: known.map(({ id }) => id),
    fields: [...fields],
  });
  known.forEach(({ item }, index) => {
    observations.set(item.position, judgeRecord(item, all, records[index]));
  });
}

function judgeRecord(
  item: PlannedWork,
  all: PlannedWork[],
  found: SalesforceRecord | null,
): Observation {
  if (item.change.operation === 'delete') {
    return { state: found === null ? 'applied' : 'not_applied' };
  }
  if (found === null) return { state: 'drifted', found: null };
  const wanted = valuesOf(item, all);
  const { fields } = item.change;
  if (fields.every(field => sameValue(found[field.name], wanted[field.name]))) {
    return { state: 'applied', recordId: found.Id };
  }
  if (fields.every(field => sameValue(found[field.name], field.before))) {
    return { state: 'not_applied' };
  }
  return { state: 'drifted', found: pick(found, item) };
}

async function observeCreates(options: {
  reader: SalesforceReader;
  object: string;
  group: PlannedWork[];
  all: PlannedWork[];
  observations: Map<number, Observation>;
}): Promise<void> {
  const { reader, object, group, all, observations } = options;
  const key = group[0].change.naturalKey ?? [];
  const keyed = group.flatMap(item => {
    const values = valuesOf(item, all);
    if (key.some(name => values[name] === null || values[name] === undefined)) {
      // It belongs to a record that this plan was to create and did not.
      observations.set(item.position, { state: 'not_applied' });
      return [];
    }
    return [{ item, values }];
  });
  const fields = [
    ...new Set([
      'Id',
      ...keyed.flatMap(({ item }) => item.change.fields.map(f => f.name)),
    ]),
  ];
  for (let start = 0; start < keyed.length; start += keysPerQuery) {
    const page = keyed.slice(start, start + keysPerQuery);
    const found = await reader.queryAll(
      soql.select({
        from: object,
        fields,
        where: anyOfKeys(
          key,
          page.map(({ values }) => values),
        ),
      }),
    );
    for (const { item, values } of page) {
      const match = found.find(record =>
        key.every(name => sameValue(record[name], values[name])),
      );
      observations.set(item.position, judgeCreate(item, values, match));
    }
  }
}

function judgeCreate(
  item: PlannedWork,
  wanted: Record<string, unknown>,
  found: SalesforceRecord | undefined,
): Observation {
  if (!found) return { state: 'not_applied' };
  const isAsWanted = item.change.fields.every(field =>
    sameValue(found[field.name], wanted[field.name]),
  );
  return isAsWanted
    ? { state: 'applied', recordId: found.Id }
    : { state: 'drifted', found: { Id: found.Id, ...pick(found, item) } };
}

/** One IN list where a single field tells the records apart, else pairs. */
function anyOfKeys(
  key: string[],
  rows: Array<Record<string, unknown>>,
): SoqlCondition {
  const varying = key.filter(
    name => new Set(rows.map(row => String(row[name]))).size > 1,
  );
  if (varying.length <= 1) {
    const [name] = varying.length === 1 ? varying : key;
    return soql.and(
      ...key.map(part =>
        part === name
          ? soql.inList(part, [...new Set(rows.map(row => String(row[part])))])
          : soql.eq(part, String(rows[0][part])),
      ),
    );
  }
  return soql.or(
    ...rows.map(row =>
      soql.and(...key.map(part => soql.eq(part, String(row[part])))),
    ),
  );
}

function pick(
  record: SalesforceRecord,
  item: PlannedWork,
): Record<string, unknown> {
  return Object.fromEntries(
    item.change.fields.map(field => [field.name, record[field.name] ?? null]),
  );
}

function groupBy<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
