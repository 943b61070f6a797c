import {
  SalesdeskError,
  type ErrorCode,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { PolicyDecision } from '../policy/evaluatePolicy';
import type { BuiltDraft } from './DraftBuilder';
import { nothingToChange } from './RequestViews';

/** Throws unless the draft may be submitted as it is; answers its planned part. */
export function refuseUnlessValid(options: {
  draft: BuiltDraft;
  /** The plan that the person saw, if they saw one. */
  planDigest?: string;
}): NonNullable<BuiltDraft['planned']> {
  const { draft, planDigest } = options;
  const { planned, errors } = draft;
  if (!planned || errors.length > 0) {
    const [first] = errors;
    throw new SalesdeskError(
      'InputError',
      errors.length === 1
        ? first.message
        : `The input has ${errors.length} mistakes; the first is: ${first?.message}`,
      { code: first?.code ?? 'invalid_input', fields: errors },
    );
  }
  const { decision, proposal, digest } = planned;
  if (decision.verdict === 'refused') {
    throw new SalesdeskError('NotAllowedError', decision.reasons.join(' '), {
      code: refusalCode(decision.code),
    });
  }
  if (decision.reasonMissing) {
    throw new SalesdeskError('InputError', 'Say why this is needed', {
      code: 'reason_required',
      fields: [
        {
          path: 'reason',
          code: 'reason_required',
          message: 'Say why this is needed',
        },
      ],
    });
  }
  if (proposal.changes.length === 0) {
    throw new SalesdeskError(
      'ConflictError',
      nothingToChange(proposal.leftOut),
      { code: 'nothing_to_change' },
    );
  }
  if (planDigest !== undefined && planDigest !== digest) {
    throw new SalesdeskError(
      'ConflictError',
      'What this would change is not what you saw any more; look at it again',
      { code: 'plan_changed' },
    );
  }
  return planned;
}

function refusalCode(code: PolicyDecision['code']): ErrorCode {
  switch (code) {
    case 'not_permitted':
    case 'limit_exceeded':
    case 'no_reviewer_left':
      return code;
    default:
      return 'policy_refused';
  }
}
