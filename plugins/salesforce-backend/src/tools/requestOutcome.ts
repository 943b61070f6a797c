import type {
  Draft,
  RequestDetail,
} from '@salesdesk/backstage-plugin-salesforce-common';

/** How a request stands, for a program that acts for a person. */
export interface RequestOutcome extends Record<string, unknown> {
  requestId: string;
  number: number;
  title: string;
  state: string;
  /** A sentence on what to expect next. */
  next: string;
  /** The request's page in the portal. */
  url: string;
}

/** The states after which nothing happens by itself. */
const ended = new Set<string>([
  'succeeded',
  'partly_failed',
  'failed',
  'needs_admin',
  'rejected',
  'cancelled',
  'expired',
]);

/** The states that pass by themselves within seconds. */
const moving = new Set<string>(['submitted', 'approved', 'running']);

export function isMoving(request: Pick<RequestDetail, 'state'>): boolean {
  return moving.has(request.state);
}

export function outcomeOf(
  request: RequestDetail,
  portalUrl: string,
): RequestOutcome {
  return {
    requestId: request.id,
    number: request.number,
    title: request.title,
    state: request.state,
    ended: ended.has(request.state),
    next: nextOf(request),
    ...(request.waitingFor ? { waitingFor: request.waitingFor } : {}),
    changes: (request.plan?.changes ?? []).slice(0, 20).map(change => ({
      record: change.target.label,
      summary: change.summary,
      ...(change.outcome ? { outcome: change.outcome } : {}),
      ...(change.error ? { problem: change.error.message } : {}),
    })),
    changeCount: request.changeCount,
    blockers: request.blockers.map(({ message }) => message),
    url: `${portalUrl}/salesforce/requests/${request.id}`,
  };
}

function nextOf(request: RequestDetail): string {
  switch (request.state) {
    case 'awaiting_approval':
      return `It waits for ${
        request.waitingFor ?? 'approval'
      } in the portal. Ask again later how it stands; it cannot be approved from here.`;
    case 'scheduled':
      return 'It runs by itself when its time has come.';
    case 'submitted':
    case 'approved':
    case 'running':
      return 'It is running. Ask again in a few seconds how it stands.';
    case 'succeeded':
      return 'It is done.';
    case 'partly_failed':
      return 'Some of it is done; see the outcome of each change.';
    case 'failed':
      return 'Nothing of it could be done; see the problem of each change.';
    case 'needs_admin':
      return 'A Salesforce admin was asked to look at it; see what stands in the way.';
    case 'stale':
      return 'Salesforce has changed since it was approved: the person must look at it again in the portal.';
    case 'rejected':
      return 'It was rejected.';
    case 'expired':
      return 'Nobody reviewed it in time.';
    case 'cancelled':
    default:
      return 'It was withdrawn.';
  }
}

/** What a request would change and need, before it is submitted. */
export function previewOf(draft: Draft): Record<string, unknown> {
  return {
    submitted: false,
    valid: draft.valid,
    ...(draft.title ? { title: draft.title } : {}),
    problems: draft.errors.map(({ path, message, candidates }) => ({
      field: path,
      message,
      ...(candidates?.length
        ? {
            candidates: candidates.map(({ value, label, detail }) => ({
              value,
              label,
              detail,
            })),
          }
        : {}),
    })),
    changes: (draft.plan?.changes ?? []).slice(0, 20).map(change => ({
      record: change.target.label,
      summary: change.summary,
      fields: change.fields.map(field => ({
        field: field.label,
        before: field.beforeLabel ?? field.before,
        after: field.afterLabel ?? field.after,
      })),
    })),
    changeCount: draft.plan?.changeCount ?? 0,
    warnings: draft.plan?.warnings ?? [],
    blockers: (draft.plan?.blockers ?? []).map(({ message }) => message),
    ...(draft.decision
      ? { verdict: draft.decision.verdict, reasons: draft.decision.reasons }
      : {}),
    ...(draft.undo ? { undo: draft.undo } : {}),
  };
}
