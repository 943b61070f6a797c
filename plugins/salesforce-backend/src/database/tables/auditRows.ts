import type { StoredBigInteger } from './columns';

export interface AuditEntryRow {
  sequence: StoredBigInteger;
  at: string;
  type: string;
  actor: string;
  org_id: string | null;
  action_id: string | null;
  request_id: string | null;
  summary: string;
  body: string;
  previous_hash: string;
  hash: string;
}

export interface AuditSubjectRow {
  sequence: StoredBigInteger;
  subject: string;
}

export interface AuditWaitingRow {
  id: StoredBigInteger;
  entries: string;
}

export interface AuditHeadRow {
  id: number;
  log_id: string;
  sequence: StoredBigInteger;
  hash: string;
}

export interface AuditCheckRow {
  id: number;
  verified_up_to: StoredBigInteger;
  verified_hash: string;
  verified_at: string;
  first_bad_sequence: StoredBigInteger | null;
  first_bad_reason: string | null;
}

export interface OutboxRow {
  id: number;
  kind: string;
  payload: string;
  created_at: string;
  available_at: string;
  lease_owner: string | null;
  lease_until: string | null;
  attempts: number;
  sent_at: string | null;
  last_error: string | null;
}
