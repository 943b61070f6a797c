import type { ColumnMetadata, ColumnsDescription } from '../core/types';
import type {
  FieldDefinition,
  FieldType,
  ObjectDefinition,
} from '../schema/definitions';
import type { AggregateColumn } from './answerAggregate';
import type { Column } from './columns';
import { isNumeric } from './comparisons';
import type { QueryTree } from './syntaxTree';

const apexTypes: Partial<Record<FieldType, string>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  long: 'Long',
  double: 'Double',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  address: 'System.Address',
  location: 'System.Location',
  base64: 'Blob',
};

function apexType(type: FieldType): string {
  return apexTypes[type] ?? 'String';
}

/** Columns of a query of records, in answer to `columns=true`. */
export function recordColumns(
  object: ObjectDefinition,
  columns: readonly Column[],
): ColumnsDescription {
  return {
    columnMetadata: columns.map(describe),
    entityName: object.name,
    groupBy: false,
    idSelected: columns.some(
      column => column.kind === 'value' && column.key === 'Id',
    ),
    keyPrefix: object.keyPrefix,
  };
}

/** Columns of a grouped query. */
export function aggregateColumns(
  object: ObjectDefinition,
  query: QueryTree,
  columns: readonly AggregateColumn[],
): ColumnsDescription {
  return {
    columnMetadata: columns.map(column => ({
      ...typeFlags(column.expression.type),
      aggregate: column.isFunction,
      columnName: column.key,
      custom: column.expression.field?.field.custom ?? false,
      displayName: column.displayName,
      foreignKeyName: null,
      insertable: false,
      joinColumns: [],
      updatable: false,
    })),
    entityName: object.name,
    groupBy: query.groupBy !== undefined,
    idSelected: false,
    keyPrefix: object.keyPrefix,
  };
}

function typeFlags(type: FieldType) {
  const apex = apexType(type);
  return {
    apexType: apex,
    booleanType: type === 'boolean',
    numberType: isNumeric(type),
    textType: apex === 'String',
  };
}

function describe(column: Column): ColumnMetadata {
  switch (column.kind) {
    case 'value':
      return describeValue(column.key, column.field.field, column.functionName);
    case 'parent':
      return relationship(column.key, {
        apexType: column.step.target.name,
        custom: column.step.reference.custom,
        foreignKeyName: column.step.reference.name,
        joinColumns: column.columns.map(describe),
      });
    case 'typeof':
      return relationship(column.key, {
        apexType: 'Name',
        custom: column.step.reference.custom,
        foreignKeyName: column.step.reference.name,
        joinColumns: (column.otherwise ?? column.branches[0].columns).map(
          describe,
        ),
      });
    default:
      return {
        ...relationship(column.key, {
          apexType: column.query.object.name,
          custom: column.query.object.custom,
          foreignKeyName: null,
          joinColumns: column.query.columns.map(describe),
        }),
        aggregate: true,
      };
  }
}

function describeValue(
  key: string,
  field: FieldDefinition,
  functionName: string | undefined,
): ColumnMetadata {
  return {
    ...typeFlags(functionName ? 'string' : field.type),
    aggregate: false,
    columnName: key,
    custom: field.custom,
    displayName: functionName ? `${functionName}(${field.name})` : key,
    foreignKeyName: null,
    insertable: field.createable,
    joinColumns: [],
    updatable: field.updateable,
  };
}

function relationship(
  key: string,
  options: Pick<
    ColumnMetadata,
    'apexType' | 'custom' | 'foreignKeyName' | 'joinColumns'
  >,
): ColumnMetadata {
  return {
    aggregate: false,
    booleanType: false,
    columnName: key,
    displayName: key,
    insertable: false,
    numberType: false,
    textType: false,
    updatable: false,
    ...options,
  };
}
