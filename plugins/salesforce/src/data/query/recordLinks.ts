import type {
  DataObjectSummary,
  QueryStart,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { valueAt } from '../../assistant/blocks/cells';
import type { Row } from './queryRun';

/** A record that a cell leads to. */
export interface LinkedRecord {
  object: string;
  id: string;
}

const recordId = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;

/** Knows which cells of a result stand for records that can be opened. */
export class RecordLinks {
  readonly #objects: ReadonlyMap<string, string>;
  readonly #own: string | undefined;

  constructor(options: {
    objects: readonly DataObjectSummary[];
    start: Pick<QueryStart, 'object'> | undefined;
  }) {
    // Several objects may share a prefix; then it does not tell which.
    const objects = new Map<string, string>();
    const doubtful = new Set<string>();
    for (const { keyPrefix, name } of options.objects) {
      if (!keyPrefix) continue;
      if (objects.has(keyPrefix)) doubtful.add(keyPrefix);
      objects.set(keyPrefix, name);
    }
    for (const prefix of doubtful) objects.delete(prefix);
    this.#objects = objects;
    this.#own = options.start?.object;
  }

  /** Of ids, and of names beside whose path an id was read too. */
  of(
    row: Row,
    column: { name: string; type: string },
  ): LinkedRecord | undefined {
    const value = valueAt(row, column.name);
    if (typeof value !== 'string') return undefined;
    if (column.type === 'id' || column.type === 'reference') {
      return this.#record(value, column.name === 'Id' ? this.#own : undefined);
    }
    const steps = column.name.split('.');
    if (!['Name', 'Subject', 'CaseNumber', 'Title'].includes(steps.at(-1)!)) {
      return undefined;
    }
    const parents = steps.slice(0, -1);
    const own = valueAt(row, [...parents, 'Id'].join('.'));
    const relationship = parents.at(-1) ?? '';
    const id =
      typeof own === 'string'
        ? own
        : valueAt(
            row,
            [...parents.slice(0, -1), foreignKeyOf(relationship)].join('.'),
          );
    return typeof id === 'string'
      ? this.#record(id, parents.length === 0 ? this.#own : undefined)
      : undefined;
  }

  /** The record of a row itself. */
  ofRow(row: Row): LinkedRecord | undefined {
    return typeof row.Id === 'string'
      ? this.#record(row.Id, this.#own)
      : undefined;
  }

  #record(id: string, known: string | undefined): LinkedRecord | undefined {
    const object = known ?? this.#objects.get(id.slice(0, 3));
    return object && recordId.test(id) ? { object, id } : undefined;
  }
}

/** `Owner` is held in `OwnerId`, `Parent__r` in `Parent__c`. */
function foreignKeyOf(relationship: string): string {
  return relationship.endsWith('__r')
    ? relationship.replace(/__r$/, '__c')
    : `${relationship}Id`;
}
