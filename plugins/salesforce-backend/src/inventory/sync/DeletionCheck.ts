import type {
  QueryPage,
  SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import {
  countByColumn,
  countRecords,
} from '../../database/operations/inventory/countRecords';
import type { InventorySyncStepRow } from '../../database/tables';
import type { InventoryObject } from '../model';
import type { InventorySource } from './BudgetedReader';
import { FreshRecords } from './FreshRecords';
import type { StepReader } from './StepReader';
import type { StepWriter } from './StepWriter';
import { partitionQueries } from './stepQueries';

/** Beyond this, reading everything is the shorter way. */
const mostParts = 400;

/** Salesforce deletes none of these, or they are events. */
const neverDeleted = new Set(['User', 'UserLogin']);

/**
 * Finds what was deleted without reading everything. Most objects of access
 * leave no trace when they are deleted, so the org counts them, part by part
 * (the assignments of each permission set, the members of each group), and
 * the parts whose counts differ from ours are read again.
 */
export class DeletionCheck {
  readonly #knex: Knex;
  readonly #orgId: string;
  readonly #reader: InventorySource;
  readonly #writer: StepWriter;
  readonly #pages: StepReader;

  constructor(options: {
    knex: Knex;
    orgId: string;
    reader: InventorySource;
    writer: StepWriter;
    pages: StepReader;
  }) {
    this.#knex = options.knex;
    this.#orgId = options.orgId;
    this.#reader = options.reader;
    this.#writer = options.writer;
    this.#pages = options.pages;
  }

  static isNeeded(object: InventoryObject): boolean {
    return !neverDeleted.has(object.name);
  }

  /** False when only reading everything tells. */
  async run(options: {
    object: InventoryObject;
    step: InventorySyncStepRow;
    fields: string[];
    counts: PromiseSettledResult<QueryPage> | undefined;
  }): Promise<boolean> {
    const { object, step, fields, counts } = options;
    // more parts than one answer holds
    if (counts?.status !== 'fulfilled' || counts.value.next) return false;
    const { partition } = object;
    const knex = this.#knex;
    const orgId = this.#orgId;
    if (!partition) {
      const [row] = counts.value.records;
      return Number(row?.n) === (await countRecords({ knex, object, orgId }));
    }
    const there = new Map(
      counts.value.records.map(row => [
        String(row[partition.path] ?? ''),
        Number(row.n),
      ]),
    );
    const here = await countByColumn({
      knex,
      object,
      orgId,
      column: partition.column,
    });
    const different = [...new Set([...there.keys(), ...here.keys()])].filter(
      value => (there.get(value) ?? 0) !== (here.get(value) ?? 0),
    );
    if (different.includes('') || different.length > mostParts) return false;
    for (const part of partitionQueries({
      object,
      fields,
      values: different,
    })) {
      const [first] = await this.#reader.batchSettled([part.query]);
      if (first.status === 'rejected') throw first.reason;
      const given: SalesforceRecord[] = [];
      for await (const { page } of this.#pages.pages(first.value)) {
        given.push(...page.records);
      }
      await this.#writer.store(
        {
          object,
          step,
          records: new FreshRecords({ object, given }),
          selection: { column: partition.column, values: part.values },
        },
        {},
      );
    }
    return true;
  }
}
