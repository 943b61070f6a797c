import type { ApprovalColumns } from '../database/tables';
import { nudgesAfter } from '../domain/escalation';
import type { PolicyDecision } from '../policy/evaluatePolicy';

/** What approval keeps on a request that was just decided about. */
export function freshApproval(options: {
  decision: Pick<
    PolicyDecision,
    'verdict' | 'code' | 'remindAfter' | 'escalation'
  >;
  requesterUserId?: string;
  at: Date;
}): ApprovalColumns {
  const { decision, at } = options;
  return {
    requester_user_id: options.requesterUserId ?? null,
    removed_targets: null,
    escalated_stages: null,
    break_glass: decision.code === 'break_glass',
    after_reviewed_at: null,
    stale_reasons: null,
    ...(decision.verdict === 'needs_approval'
      ? nudgesAfter({ openedAt: at, ...decision })
      : { remind_at: null, escalate_at: null }),
  };
}
