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
