import type { StoredBoolean } from './columns';

export interface PlanRow {
  request_id: string;
  version: number;
  digest: string;
  body: string;
  change_count: number;
  created_at: string;
}

export interface ChangeRow {
  request_id: string;
  plan_version: number;
  position: number;
  object: string;
  record_id: string | null;
  operation: 'create' | 'update' | 'delete' | 'invoke';
  method: string | null;
  summary: string;
  target: string;
  fields: string;
  natural_key: string | null;
  record_from: number | null;
  after: string | null;
  /** Ids of the records that the change stands for, as JSON. */
  record_ids: string | null;
  outcome:
    | 'pending'
    | 'applied'
    | 'already_there'
    | 'failed'
    | 'unknown'
    | 'skipped';
  outcome_detail: string | null;
  applied_record_id: string | null;
  call_ticket: number | null;
  attempts: number;
  intended_at: string | null;
  finished_at: string | null;
}

export interface JobRow {
  request_id: string;
  org_id: string;
  state: 'queued' | 'leased' | 'waiting' | 'done';
  run_at: string;
  lease_owner: string | null;
  lease_until: string | null;
  ticket: number;
  attempts: number;
  repeat_unknown: StoredBoolean;
  last_problem: string | null;
  created_at: string;
  updated_at: string;
}

export interface SeatQueueRow {
  number: number;
  request_id: string;
  org_id: string;
  pools: string;
  state: 'waiting' | 'started';
  queued_by: string;
  queued_at: string;
  checked_at: string | null;
}
