import type { StoredBoolean } from './columns';

export interface InventorySyncRow {
  number: number;
  id: string;
  org_id: string;
  /** The org while the sync is not over: one open sync for each. */
  open_key: string | null;
  mode: 'full' | 'incremental';
  state: 'queued' | 'running' | 'waiting' | 'succeeded' | 'failed';
  requested_by: string;
  ticket: number;
  lease_owner: string | null;
  lease_until: string | null;
  run_at: string;
  attempts: number;
  api_calls: number;
  api_call_budget: number;
  problem: string | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  updated_at: string;
}

export interface InventorySyncStepRow {
  sync_id: string;
  position: number;
  object: string;
  state: 'waiting' | 'reading' | 'done' | 'unavailable';
  /** `whole`: every record, in the order of ids; `changes`: what changed since. */
  method: 'whole' | 'changes' | 'appended';
  after_id: string | null;
  read_from: string | null;
  newest: string | null;
  /** Records that had changed just before they were read. */
  recent: number;
  total: number | null;
  rows: number;
  added: number;
  changed: number;
  removed: number;
  problem: string | null;
}

export interface InventoryStateRow {
  org_id: string;
  object: string;
  available: StoredBoolean;
  read_from: string | null;
  newest: string | null;
  recent: number;
  rows: number;
  problem: string | null;
  synced_at: string;
}

export interface InventoryStretchRow {
  org_id: string;
  object: string;
  /** The id before the first; empty from the beginning on. */
  after_id: string;
  /** The last id; null up to the end. */
  up_to_id: string | null;
  /** Of all records as Salesforce gave them. */
  fingerprint: string;
  newest: string | null;
}

export interface InventoryChangeRow {
  number: number;
  org_id: string;
  sync_id: string;
  object: string;
  record_id: string;
  kind: 'added' | 'changed' | 'removed';
  label: string | null;
  fields: string | null;
  at: string;
}

export interface InventoryPersonRow {
  person_ref: string;
  display_name: string;
  sort_name: string;
  email: string | null;
  manager_ref: string | null;
  groups: string;
  lifecycle: string | null;
  synced_at: string;
}

export interface UserLinkRow {
  org_id: string;
  person_ref: string;
  user_id: string;
  username: string;
  source: 'login' | 'admin';
  settled_by: string;
  settled_at: string;
}

export interface LinkConflictRow {
  org_id: string;
  person_ref: string;
  user_id: string;
  username: string;
  kind: string;
  message: string;
  state: 'open' | 'refused';
  noticed_at: string;
  settled_by: string | null;
  settled_at: string | null;
}
