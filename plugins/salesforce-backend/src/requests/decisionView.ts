import type {
  Decision,
  StageView,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { PolicyDecision } from '../policy/evaluatePolicy';

/** A decision as the API shows it. */
export function decisionView(
  decision: PolicyDecision,
  stages: StageView[],
): Decision {
  return {
    verdict: decision.verdict,
    code: decision.code,
    reasons: decision.reasons,
    policyVersion: decision.policyVersion,
    stages,
    ...(decision.verdict === 'needs_approval'
      ? { expiresAfter: decision.expiresAfter }
      : {}),
  };
}
