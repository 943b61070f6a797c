import type { SalesforceRecord } from '@salesdesk/backstage-plugin-salesforce-node';
import { createHash, hash } from 'node:crypto';
import type { InventoryObject, InventoryRow } from '../model';
import { identityOf, toInventoryRow } from './toInventoryRow';

/** To be raised when rows are made differently of the same records. */
const mapping = 1;

/**
 * A record as Salesforce gave it just now. Most are what they were when they
 * were stored, which their fingerprints tell: no row is made of those.
 */
export class FreshRecord {
  readonly fingerprint: string;
  readonly #object: InventoryObject;
  readonly #record: SalesforceRecord;

  static of(object: InventoryObject, record: SalesforceRecord): FreshRecord {
    const id = object.identity ? identityOf(object, record) : record.Id ?? '';
    return new FreshRecord(id, object, record);
  }

  private constructor(
    readonly id: string,
    object: InventoryObject,
    record: SalesforceRecord,
  ) {
    this.#object = object;
    this.#record = record;
    this.fingerprint = fingerprintOf(object, record);
  }

  /** The same record under another id. */
  withId(id: string): FreshRecord {
    return new FreshRecord(id, this.#object, this.#record);
  }

  toRow(): InventoryRow {
    return {
      ...toInventoryRow(this.#object, this.#record),
      id: this.id,
      fingerprint: this.fingerprint,
    };
  }
}

function fingerprintOf(
  object: InventoryObject,
  record: SalesforceRecord,
): string {
  return hash(
    'md5',
    `${versionOf(object)} ${JSON.stringify(record)}`,
    'base64',
  );
}

/** A longer text would live where V8 cleans up last. */
const recordsPerText = 100;

/** What records look like together, their order included; 24 characters. */
export function fingerprintOfAll(
  object: InventoryObject,
  records: readonly SalesforceRecord[],
): string {
  const together = createHash('md5').update(versionOf(object));
  for (let start = 0; start < records.length; start += recordsPerText) {
    const part = records.slice(start, start + recordsPerText);
    together.update(JSON.stringify(part));
  }
  return together.digest('base64');
}

const versions = new WeakMap<InventoryObject, string>();

/** What rows of an object are made of: where that changes, all are new. */
function versionOf(object: InventoryObject): string {
  let version = versions.get(object);
  if (version === undefined) {
    const { columns, names, detection } = object;
    const { identity = null, permissions = false } = object;
    version = hash(
      'md5',
      JSON.stringify([
        mapping,
        columns,
        names,
        detection,
        identity,
        permissions,
      ]),
      'base64',
    );
    versions.set(object, version);
  }
  return version;
}
