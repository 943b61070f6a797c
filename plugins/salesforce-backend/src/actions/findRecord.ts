import {
  soql,
  type ActionContext,
  type ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { valueAtPath } from '../data/valueAtPath';
import { isRecordId, toLongId } from '../gateway';
import { findObject, objectOfId } from './findObject';

const mostCandidates = 10;

/** A record that somebody named. */
export interface NamedRecord {
  object: ObjectDescription;
  id: string;
  /** What the object calls it; the id where it has no name. */
  label: string;
}

/** The field that names records of an object, such as Name or CaseNumber. */
export function nameFieldOf(object: ObjectDescription): string | undefined {
  return object.fields.find(field => field.nameField && field.filterable)?.name;
}

/**
 * A record by id, by its whole name, or by a part of it that only one has.
 * Candidates and matches are those that `visible` leaves.
 */
export async function findRecord(options: {
  context: ActionContext;
  /** By name or label; may be left out with an id. */
  object?: string | ObjectDescription;
  record: string;
  paths?: { object: string; record: string };
  /** Further fields by which a record may be named, e.g. Email. */
  alsoBy?: string[];
  /** Paths that tell records of one name apart, e.g. Account.Name. */
  toldApartBy?: string[];
  /** Ids that the person may see, of those given. */
  visible?(ids: string[]): Promise<ReadonlySet<string>>;
}): Promise<NamedRecord> {
  const { context, record, alsoBy = [], toldApartBy = [], visible } = options;
  const { paths = { object: 'object', record: 'record' } } = options;
  const { resolver, reader } = context;
  const isId = isRecordId(record);
  const object = await objectFor({ ...options, paths });
  const nameField = nameFieldOf(object);
  const shown = [
    ...new Set([
      'Id',
      ...(nameField ? [nameField] : []),
      ...alsoBy.filter(name => object.fields.some(f => f.name === name)),
    ]),
  ];
  const names = shown.filter(name => name !== 'Id');
  if (!isId && names.length === 0) {
    return resolver.refuse([
      {
        path: paths.record,
        code: 'invalid_input',
        message: `Records of ${object.label} have no names; give an id`,
      },
    ]);
  }
  const read = async (where: Parameters<typeof soql.and>[0]) => {
    const { records } = await reader.query(
      soql.select({
        from: object.name,
        fields: [...new Set([...shown, ...toldApartBy])],
        where,
        orderBy: names.length > 0 ? [{ field: names[0] }] : [],
        limit: visible ? 200 : mostCandidates + 1,
      }),
    );
    const seen =
      visible && (await visible(records.map(({ Id }) => String(Id))));
    return seen ? records.filter(({ Id }) => seen.has(String(Id))) : records;
  };
  let found;
  if (isId) {
    const [row] = await reader.retrieve({
      object: object.name,
      ids: [toLongId(record)],
      fields: shown,
    });
    const seen = row && visible && (await visible([toLongId(record)]));
    found = row && (!seen || seen.has(toLongId(record))) ? [row] : [];
  } else {
    const same = await read(
      soql.or(...names.map(name => soql.eq(name, record))),
    );
    found =
      same.length > 0 ? same : await read(soql.contains(names[0], record));
  }
  const labelOf = (row: Record<string, unknown>) =>
    String((nameField && row[nameField]) ?? row.Id);
  if (found.length === 1) {
    return { object, id: String(found[0].Id), label: labelOf(found[0]) };
  }
  return resolver.refuse([
    found.length === 0
      ? {
          path: paths.record,
          code: 'unknown_name',
          message: `There is no ${object.label} '${record}' that you may see`,
        }
      : {
          path: paths.record,
          code: 'ambiguous_name',
          message: `'${record}' could be more than one ${object.label}. Which one?`,
          candidates: found.slice(0, mostCandidates).map(row => ({
            value: String(row.Id),
            label: labelOf(row),
            detail:
              [
                ...new Set(
                  [...alsoBy, ...toldApartBy].flatMap(
                    path => textAt(row, path) ?? [],
                  ),
                ),
              ].join(' · ') || String(row.Id),
          })),
        },
  ]);
}

function textAt(row: Record<string, unknown>, path: string) {
  const value = valueAtPath(row, path);
  return value === null || value === undefined ? undefined : String(value);
}

async function objectFor(options: {
  context: ActionContext;
  object?: string | ObjectDescription;
  record: string;
  paths: { object: string; record: string };
}): Promise<ObjectDescription> {
  const { context, object, record, paths } = options;
  if (typeof object === 'object') return object;
  if (object !== undefined) {
    return findObject({ context, path: paths.object, text: object });
  }
  if (isRecordId(record)) {
    return objectOfId({ context, path: paths.record, id: record });
  }
  return context.resolver.refuse([
    {
      path: paths.object,
      code: 'invalid_input',
      message: `Say what '${record}' is: an account, a contact, an opportunity?`,
    },
  ]);
}
