import fc from 'fast-check';
import type { ObjectDescription } from '@salesdesk/backstage-plugin-salesforce-node';

/** Objects that queries are made about, and the parents that paths go to. */
export const queriedObjects = [
  'Account',
  'Contact',
  'Opportunity',
  'Case',
  'Lead',
  'Task',
  'Event',
  'Asset',
  'Campaign',
  'Subscription__c',
  'Subscription_Line__c',
  'OpportunityLineItem',
];

type Descriptions = ReadonlyMap<string, ObjectDescription>;

const values: Record<string, fc.Arbitrary<string>> = {
  boolean: fc.constantFrom('TRUE', 'FALSE'),
  date: fc.constantFrom('TODAY', 'LAST_N_DAYS:90', '2026-01-01', 'NULL'),
  datetime: fc.constantFrom('TODAY', 'LAST_N_DAYS:90', 'NULL'),
};
const numbers = fc.constantFrom('0', '1000', '-5.5', '100000', 'NULL');
const texts = fc.constantFrom(
  "''",
  "'a'",
  "'High'",
  "'x\\' OR Name != \\''",
  "'%'",
  "'ſK'",
  'NULL',
);

function conditionOn(path: string, type: string): fc.Arbitrary<string> {
  if (['currency', 'double', 'int', 'percent'].includes(type)) {
    return fc
      .tuple(fc.constantFrom('=', '!=', '<', '>='), numbers)
      .map(([operator, value]) =>
        value === 'NULL' ? `${path} != NULL` : `${path} ${operator} ${value}`,
      );
  }
  const known = values[type];
  if (known) {
    return fc
      .tuple(fc.constantFrom('=', '!='), known)
      .map(([operator, value]) => `${path} ${operator} ${value}`);
  }
  return fc
    .tuple(fc.constantFrom('=', '!=', 'LIKE', 'IN', 'NOT IN'), texts)
    .map(([operator, value]) => {
      if (value === 'NULL') return `${path} != NULL`;
      if (type === 'id' || type === 'reference') return `${path} != NULL`;
      if (operator === 'LIKE') return `${path} LIKE '%a%'`;
      return operator.endsWith('IN')
        ? `${path} ${operator} (${value}, 'b')`
        : `${path} ${operator} ${value}`;
    });
}

/** Paths that start at an object, up to two parents away, with their types. */
function pathsFrom(
  object: ObjectDescription,
  descriptions: Descriptions,
  depth = 2,
): Array<{
  path: string;
  type: string;
  sortable: boolean;
  groupable: boolean;
}> {
  const own = object.fields
    .filter(({ type }) => !['address', 'location', 'base64'].includes(type))
    .map(({ name, type, filterable, groupable }) => ({
      path: name,
      type,
      sortable: filterable,
      groupable: groupable && name !== 'Id',
    }));
  if (depth === 0) return own;
  const parents = object.fields.flatMap(field => {
    if (!field.relationshipName) return [];
    if (field.referenceTo.length > 1) {
      return ['Name', 'Type', 'Id'].map(name => ({
        path: `${field.relationshipName}.${name}`,
        type: 'string',
        sortable: true,
        groupable: true,
      }));
    }
    const parent = descriptions.get(field.referenceTo[0]);
    return parent
      ? pathsFrom(parent, descriptions, depth - 1).map(found => ({
          ...found,
          path: `${field.relationshipName}.${found.path}`,
        }))
      : [];
  });
  return [...own, ...parents];
}

/**
 * Queries as people with bad intentions may write them: any fields and parents,
 * conditions joined in any way, semi-joins, children, groups, aliases.
 */
export function anyQuery(descriptions: Descriptions): fc.Arbitrary<string> {
  const paths = new Map(
    queriedObjects.map(name => {
      const description = descriptions.get(name);
      const all = description ? pathsFrom(description, descriptions) : [];
      // parents are many, own fields few: both should be met
      const own = all.filter(({ path }) => !path.includes('.'));
      return [name, { all, own, filterable: all.filter(p => p.sortable) }];
    }),
  );
  const somePath = (object: string) => {
    const { all, own } = paths.get(object) ?? { all: [], own: [] };
    return fc.oneof(fc.constantFrom(...own), fc.constantFrom(...all));
  };

  const condition = (
    object: string,
    alias: string,
    depth: number,
  ): fc.Arbitrary<string> => {
    const { filterable = [] } = paths.get(object) ?? {};
    const simple = fc
      .constantFrom(...filterable)
      .chain(({ path, type }) => conditionOn(`${alias}${path}`, type));
    if (depth === 0) return simple;
    const inner = condition(object, alias, depth - 1);
    return fc.oneof(
      simple,
      fc
        .tuple(inner, fc.constantFrom('AND', 'OR'), inner)
        .map(([left, word, right]) => `(${left} ${word} ${right})`),
      inner.map(text => `(NOT ${text.startsWith('(') ? text : `(${text})`})`),
    );
  };

  const semiJoin = (object: string, alias: string): fc.Arbitrary<string> => {
    const references = (descriptions.get(object)?.fields ?? []).filter(
      ({ referenceTo }) =>
        referenceTo.length === 1 &&
        referenceTo[0] !== object &&
        queriedObjects.includes(referenceTo[0]),
    );
    const semiJoins = references.map(field =>
      fc
        .tuple(
          fc.constantFrom('IN', 'NOT IN'),
          condition(field.referenceTo[0], '', 1),
        )
        .map(
          ([operator, where]) =>
            `${alias}${field.name} ${operator} (SELECT Id FROM ${field.referenceTo[0]} WHERE ${where})`,
        ),
    );
    return semiJoins.length > 0 ? fc.oneof(...semiJoins) : fc.constant('');
  };

  const children = (object: string): fc.Arbitrary<string> => {
    const relations = (
      descriptions.get(object)?.childRelationships ?? []
    ).filter(
      ({ relationshipName, childSObject }) =>
        relationshipName && queriedObjects.includes(childSObject),
    );
    if (relations.length === 0) return fc.constant('');
    return fc
      .constantFrom(...relations)
      .chain(({ relationshipName, childSObject }) =>
        fc
          .tuple(
            somePath(childSObject),
            fc.option(condition(childSObject, '', 1), { nil: undefined }),
          )
          .map(
            ([{ path }, where]) =>
              `(SELECT Id${
                path === 'Id' ? '' : `, ${path}`
              } FROM ${relationshipName}${where ? ` WHERE ${where}` : ''})`,
          ),
      );
  };

  return fc.constantFrom(...queriedObjects).chain(object =>
    fc.constantFrom('', 'a.').chain(alias =>
      fc
        .record({
          shown: fc.uniqueArray(somePath(object), {
            selector: ({ path }) => path.toLowerCase(),
            maxLength: 4,
          }),
          where: fc.option(condition(object, alias, 2), { nil: undefined }),
          semi: fc.oneof(
            { weight: 3, arbitrary: fc.constant('') },
            { weight: 1, arbitrary: semiJoin(object, alias) },
          ),
          child: fc.oneof(
            { weight: 3, arbitrary: fc.constant('') },
            { weight: 1, arbitrary: children(object) },
          ),
          order: fc.option(fc.constantFrom(...(paths.get(object)?.own ?? [])), {
            nil: undefined,
          }),
          grouped: fc.constantFrom(false, false, false, true),
          limit: fc.option(fc.integer({ min: 1, max: 50 }), {
            nil: undefined,
          }),
        })
        .map(({ shown, where, semi, child, order, grouped, limit }) => {
          const from = `FROM ${object}${alias ? ' a' : ''}`;
          const conditions = [where, semi].filter(Boolean);
          const filter =
            conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
          const end = limit ? ` LIMIT ${limit}` : '';
          if (grouped) {
            const by = shown.find(({ groupable }) => groupable);
            return by
              ? `SELECT ${alias}${by.path} g, COUNT(${alias}Id) n ${from}${filter} GROUP BY ${alias}${by.path}${end}`
              : `SELECT COUNT(${alias}Id) n, MAX(${alias}Name) m ${from}${filter}`;
          }
          const list = [
            ...new Set([`${alias}Id`, ...shown.map(p => `${alias}${p.path}`)]),
          ];
          return `SELECT ${[...list, ...(child ? [child] : [])].join(
            ', ',
          )} ${from}${filter}${
            order?.sortable ? ` ORDER BY ${alias}${order.path} DESC` : ''
          }${end}`;
        }),
    ),
  );
}
