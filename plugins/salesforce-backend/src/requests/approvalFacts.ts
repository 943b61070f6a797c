import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import type { RequestRow } from '../database/tables';
import { isReviewable } from '../domain/requestState';
import { escalatedStages, storedDecision } from './storedDecision';

/** What a request's page says of its waiting: why again, and what happens next by itself. */
export function approvalFacts(
  row: RequestRow,
): Pick<RequestDetail, 'staleReasons' | 'nudges'> {
  if (!isReviewable(row.state)) return {};
  const { escalation } = storedDecision(row);
  const isEscalated = escalatedStages(row).length > 0;
  const nudges = {
    ...(row.remind_at ? { remindsAt: row.remind_at } : {}),
    ...(row.reminded_at ? { remindedAt: row.reminded_at } : {}),
    ...(row.escalate_at ? { escalatesAt: row.escalate_at } : {}),
    ...(escalation ? { escalatesTo: escalation.sentence } : {}),
    ...(isEscalated ? { isEscalated } : {}),
  };
  return {
    ...(row.state === 'stale' && row.stale_reasons
      ? { staleReasons: JSON.parse(row.stale_reasons) }
      : {}),
    ...(Object.keys(nudges).length > 0 ? { nudges } : {}),
  };
}
