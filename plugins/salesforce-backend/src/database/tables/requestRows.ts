import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';
import type { StoredBoolean } from './columns';

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

export interface PolicyRow {
  action: string;
  version: number;
  policy: string | null;
  reset: StoredBoolean;
  changed_by: string;
  changed_at: string;
  comment: string | null;
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

export interface IdempotencyKeyRow {
  person_ref: string;
  key: string;
  body_hash: string;
  request_id: string;
  created_at: string;
}
