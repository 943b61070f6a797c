import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';

/*
 * The rows as the database answers them. Times are ISO 8601 text in UTC, JSON
 * is text, and booleans are numbers on SQLite: wrap them in `Boolean()`. Counts
 * that may pass two thousand million come as text on PostgreSQL: `Number()`.
 */

/** A boolean column: SQLite answers 0 and 1. */
export type StoredBoolean = boolean | number;

/** A 64-bit column: PostgreSQL answers text. */
export type StoredBigInteger = number | string;

export interface OrgRow {
  id: string;
  title: string;
  source: 'config' | 'database';
  entity_ref: string | null;
  owners: string;
  is_default: StoredBoolean;
  status: string;
  status_reason: string | null;
  api_version: string;
  instance_url: string | null;
  organization_id: string | null;
  edition: string | null;
  is_sandbox: StoredBoolean | null;
  sealed_credentials: string | null;
  credentials_view: string | null;
  paused: StoredBoolean;
  limits: string | null;
  checked_at: string | null;
  /** The app that people log in through themselves. */
  sealed_login_app: string | null;
  login_app_client_id: string | null;
  usernames_are_emails: StoredBoolean;
  /** For the JWT bearer flow, when the pair was made here. */
  sealed_key_pair: string | null;
  certificate: string | null;
  revision: number;
  created_at: string;
  updated_at: string;
}

export interface OrgLogRow {
  id: number;
  org_id: string;
  at: string;
  level: 'info' | 'warning' | 'error';
  message: string;
  details: string | null;
}

export interface PolicyRow {
  action: string;
  version: number;
  policy: string | null;
  reset: StoredBoolean;
  changed_by: string;
  changed_at: string;
  comment: string | null;
}

export interface RequestRow extends ApprovalColumns {
  number: number;
  id: string;
  org_id: string;
  action_id: string;
  kind: 'read' | 'write';
  /** See `riskRank`. */
  risk: number;
  state: RequestState;
  revision: number;
  title: string;
  input: string;
  raw_input: string;
  reason: string | null;
  words: string | null;
  requester_ref: string;
  manager_ref: string | null;
  is_own_user: StoredBoolean;
  /** Every target is a record that the requester owns. */
  owns_targets: StoredBoolean;
  size: number;
  change_count: number;
  change_summary: string;
  plan_version: number;
  plan_digest: string;
  policy_version: number;
  decision: string;
  verdict: 'runs_without_approval' | 'needs_approval';
  distinct_reviewers: StoredBoolean;
  waiting_for: string | null;
  blockers: string;
  /** Where it came from: 'form', 'api', 'undo', 'follow_up', ... */
  source: string;
  undo_of: string | null;
  undone_by: string | null;
  follow_up_of: string | null;
  not_before: string | null;
  expires_at: string | null;
  reminded_at: string | null;
  /** Left out for a request that nobody stopped. */
  stop_requested_at?: string | null;
  stop_requested_by?: string | null;
  created_at: string;
  updated_at: string;
  finished_at: string | null;
}

/** What approval keeps on a request. */
export interface ApprovalColumns {
  /** Salesforce user of the requester, where they have one. */
  requester_user_id: string | null;
  /** JSON array of what was taken off the plan, see `targetKey`. */
  removed_targets: string | null;
  remind_at: string | null;
  escalate_at: string | null;
  /** JSON array of stage numbers. */
  escalated_stages: string | null;
  break_glass: StoredBoolean;
  after_reviewed_at: string | null;
  /** JSON array: why it has to be reviewed again. */
  stale_reasons: string | null;
}

export interface DelegationRow {
  id: string;
  person_ref: string;
  delegate_ref: string;
  starts_at: string;
  ends_at: string;
  note: string | null;
  created_at: string;
  ended_at: string | null;
}

export interface AfterReviewRow {
  request_id: string;
  reviewer_ref: string;
  verdict: 'justified' | 'not_justified';
  comment: string | null;
  at: string;
}

export interface RequestTargetRow {
  request_id: string;
  position: number;
  request_number: number;
  object: string;
  record_id: string | null;
  label: string;
  detail: string | null;
  person_ref: string | null;
  url: string | null;
}

export interface RequestTargetGroupRow {
  request_id: string;
  group_ref: string;
  request_number: number;
}

export interface RequestReviewerRow {
  request_id: string;
  stage: number;
  source: string;
  request_number: number;
  is_open: StoredBoolean;
}

export interface RequestWordRow {
  request_id: string;
  word: string;
  request_number: number;
}

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

export interface ReviewRow {
  id: string;
  request_id: string;
  plan_version: number;
  stage: number;
  reviewer_ref: string;
  decision: 'approve' | 'reject';
  sources: string;
  comment: string | null;
  plan_digest: string;
  policy_version: number;
  at: string;
  on_behalf_of: string | null;
  /** JSON array of seats besides the refs; null where none is known. */
  aliases: string | null;
  /** JSON array of the sources that the catalog confirmed. */
  catalog_sources: string | null;
  /** Taken back, or lapsed: it counts no longer. */
  withdrawn_at: string | null;
  withdrawn_reason: string | null;
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

export interface IdempotencyKeyRow {
  person_ref: string;
  key: string;
  body_hash: string;
  request_id: string;
  created_at: string;
}

export interface ConversationRow {
  id: string;
  person_ref: string;
  org_id: string | null;
  title: string;
  turn_count: number;
  created_at: string;
  updated_at: string;
}

export interface TurnRow {
  id: string;
  conversation_id: string;
  position: number;
  words: string;
  page: string | null;
  org_id: string;
  interpreter: 'builtin' | 'model';
  state: 'running' | 'done' | 'cancelled' | 'failed';
  at: string;
  duration_ms: number | null;
  notice: string | null;
  progress: string;
  left_the_house: string;
  problem: string | null;
  blocks: string;
  memory: string | null;
}

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

export interface OauthFlowRow {
  state_hash: string;
  purpose: 'personal' | 'org';
  person_ref: string;
  org_id: string;
  sealed: string;
  created_at: string;
  expires_at: string;
}

export interface PersonalConnectionRow {
  org_id: string;
  person_ref: string;
  user_id: string;
  username: string;
  status: 'connected' | 'expired';
  status_reason: string | null;
  sealed: string | null;
  connected_at: string;
  used_at: string | null;
  revision: number;
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

export interface SavedQueryRow {
  id: string;
  owner_ref: string;
  org_id: string;
  title: string;
  query: string;
  shared: StoredBoolean;
  updated_at: string;
}

export interface BoardRow {
  id: string;
  owner_ref: string;
  title: string;
  description: string | null;
  definition: string;
  shared_with: string;
  revision: number;
  created_at: string;
  updated_at: string;
}

export interface AccessReviewRow {
  id: string;
  org_id: string;
  title: string;
  source: string;
  columns: string;
  revoke_action: string;
  undecided: 'keep' | 'revoke' | 'remind';
  created_by: string;
  state: 'open' | 'closed';
  revision: number;
  due_at: string;
  reminded_at: string | null;
  created_at: string;
  closed_at: string | null;
  closed_by: string | null;
  /** While somebody asks for what is revoked; a lease that runs out. */
  asking_until: string | null;
  /** When all that is revoked was asked for. */
  asked_at: string | null;
}

export interface AccessReviewItemRow {
  review_id: string;
  position: number;
  record_id: string;
  user_id: string | null;
  target: string | null;
  person_ref: string | null;
  access_kind: string | null;
  access: string | null;
  shown: string;
  reviewer_ref: string;
  decision: 'pending' | 'keep' | 'revoke';
  comment: string | null;
  decided_by: string | null;
  decided_at: string | null;
  request_id: string | null;
  problem: string | null;
  /** When it was to be revoked, and somebody had done so before. */
  gone_at: string | null;
  /** Rows that one request revokes have the same; it is the key of that request. */
  revocation: string | null;
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
