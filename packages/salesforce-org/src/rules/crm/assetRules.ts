import type { ObjectRules, RecordReader, Row } from '../../core/types';
import { integrityRefusal } from '../refusals';
import { idOf } from '../textOf';

/** Assets belong to somebody. */
export const assetRules: ObjectRules = {
  object: 'Asset',

  derived: {
    RootAssetId: (row, org) => rootOf(org.store, row).Id,
    AssetLevel: (row, org) => levelOf(org.store, row),
  },

  validate({ row }) {
    if (!idOf(row.AccountId) && !idOf(row.ContactId)) {
      throw integrityRefusal(
        'Every asset needs an account, a contact, or both.',
        [],
      );
    }
  },
};

/** Assets form trees; more levels than this Salesforce does not allow. */
const MAXIMUM_LEVELS = 50;

function rootOf(reader: RecordReader, asset: Row): Row {
  let root = asset;
  for (let level = 1; level < MAXIMUM_LEVELS; level += 1) {
    const parentId = idOf(root.ParentId);
    const parent = parentId ? reader.get('Asset', parentId) : undefined;
    if (!parent) {
      break;
    }
    root = parent;
  }
  return root;
}

function levelOf(reader: RecordReader, asset: Row): number {
  const parentId = idOf(asset.ParentId);
  const parent = parentId ? reader.get('Asset', parentId) : undefined;
  return parent ? levelOf(reader, parent) + 1 : 1;
}
