import {
  soql,
  type ObjectDescription,
  type SoqlSelect,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { numberOf } from './arrangement';
import { defaultColumns } from './defaultColumns';
import type { FieldMention } from './fieldWords';
import type { QuestionParts } from './questionParts';

const mostRows = 200;

const aggregateWords = {
  SUM: 'sum',
  AVG: 'average',
  MAX: 'highest',
  MIN: 'lowest',
};

const groupable = new Set(['picklist', 'reference', 'boolean', 'string']);

/** The query that asks for the parts of a question, and what it says in words. */
export function queryOf(parts: QuestionParts): {
  shows: 'rows' | 'count' | 'groups';
  select: SoqlSelect;
  object: ObjectDescription;
  group?: { label: string; name: string };
  explanation: string[];
} {
  const { object, filters, mentions, children } = parts;
  const { group, order, ascending, limit, counts, totals, aggregate } =
    parts.arrangement;
  const from = object.name;
  const explanation = filters.map(({ words }) => words);
  const where =
    filters.length > 0
      ? soql.and(...filters.map(({ condition }) => condition(field => field)))
      : undefined;
  if (group && groupable.has(group.type)) {
    const path =
      group.type === 'reference' && group.relationshipName
        ? `${group.relationshipName}.Name`
        : group.name;
    const amount =
      totals || object.name === 'Opportunity'
        ? numberOf(object, mentions)
        : undefined;
    return {
      shows: 'groups',
      object,
      explanation: [...explanation, `grouped by ${group.label}`],
      group: {
        label: group.label.replace(/ ID$/, ''),
        name: path.split('.').pop() ?? path,
      },
      select: {
        from,
        fields: [
          path,
          { aggregate: 'COUNT', field: 'Id', as: 'records' },
          ...(amount
            ? [
                {
                  aggregate,
                  field: amount.name,
                  as: 'total',
                } as const,
              ]
            : []),
        ],
        where,
        groupBy: [path],
        orderBy: [{ field: path }],
        limit: mostRows,
      },
    };
  }
  const amount = totals ? numberOf(object, mentions) : undefined;
  if (amount) {
    return {
      shows: 'count',
      object,
      explanation: [
        ...explanation,
        `${aggregateWords[aggregate]} of ${amount.label}`,
      ],
      select: {
        from,
        fields: [
          {
            aggregate,
            field: amount.name,
            as: 'records',
          },
        ],
        where,
      },
    };
  }
  if (counts) {
    return {
      shows: 'count',
      object,
      explanation,
      select: {
        from,
        fields: [{ aggregate: 'COUNT', field: 'Id', as: 'records' }],
        where,
      },
    };
  }
  const columns = columnsOf({ object, mentions, order: order?.name });
  const byName = columns.includes('Name') ? [{ field: 'Name' }] : undefined;
  return {
    shows: 'rows',
    object,
    explanation: [
      ...explanation,
      ...(order
        ? [`by ${order.label}, ${ascending ? 'lowest' : 'highest'} first`]
        : []),
    ],
    select: {
      from,
      fields: [...columns, ...children],
      where,
      orderBy: order
        ? [
            {
              field: order.name,
              direction: ascending ? 'ASC' : 'DESC',
              nulls: 'LAST',
            },
          ]
        : byName,
      limit: limit ?? mostRows,
    },
  };
}

function columnsOf(options: {
  object: ObjectDescription;
  mentions: FieldMention[];
  order?: string;
}): string[] {
  const { object, mentions, order } = options;
  const names = new Set(object.fields.map(({ name }) => name));
  const mentioned = mentions.flatMap(({ field }) => {
    if (field.type === 'address' || field.type === 'location') return [];
    if (field.type === 'reference')
      return field.relationshipName && field.referenceTo.length === 1
        ? [`${field.relationshipName}.Name`]
        : [];
    return [field.name];
  });
  return [
    ...new Set([
      'Id',
      ...defaultColumns(object),
      ...mentioned,
      ...(order ? [order] : []),
    ]),
  ].filter(path => path.includes('.') || names.has(path));
}
