import type { RequestRow } from '../database/tables';
import { PERMISSION_KEY } from '../domain/approval';
import type { OutboxMessage } from '../outbox/Outbox';
import { storedDecision } from '../requests/storedDecision';

/** From whom the approvals that were skipped would have come, by key. */
export function skippedReviewers(row: Pick<RequestRow, 'decision'>): string[] {
  return [
    ...new Set(
      storedDecision(row)
        .stages.flatMap(stage => stage.requirements)
        .flatMap(requirement => requirement.from),
    ),
  ];
}

/** What is said of an emergency of which nobody could be told. */
export const toldNobody =
  'Nobody but who asked could be told of it: the org needs another owner, or a policy that names somebody else.';

/**
 * To everybody who was skipped, and to the owners of the org, or else to
 * witnesses: it ran without them, and they are asked to look at it. Those whom it is about are left out.
 */
export function brokenGlassMessages(options: {
  request: Pick<
    RequestRow,
    'id' | 'title' | 'requester_ref' | 'reason' | 'decision'
  >;
  targetPersonRefs: readonly string[];
}): OutboxMessage[] {
  const { request } = options;
  const {
    requesterName,
    orgOwnerRefs,
    witnessRefs = [],
  } = storedDecision(request);
  const except = [
    ...new Set([request.requester_ref, ...options.targetPersonRefs]),
  ];
  const recipients = [
    ...new Set([
      ...skippedReviewers(request).filter(key => key !== PERMISSION_KEY),
      ...orgOwnerRefs,
      ...witnessRefs,
    ]),
  ].filter(ref => !except.includes(ref));
  if (recipients.length === 0) return [];
  return [
    {
      kind: 'notification',
      requestId: request.id,
      recipients,
      except,
      title: `${
        witnessRefs.length > 0
          ? 'Ran without approval'
          : 'Ran without your approval'
      }: ${request.title}`,
      description: `${requesterName} calls it an emergency: “${
        request.reason ?? ''
      }” Look at it and say whether it was justified.`.slice(0, 300),
      link: `/salesforce/approvals/${request.id}`,
      severity: 'high',
      topic: 'salesforce',
      scope: `salesforce:break-glass:${request.id}`,
    },
  ];
}
