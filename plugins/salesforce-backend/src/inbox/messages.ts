import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';
import type { RequestRow } from '../database/tables';
import type { OutboxMessage } from '../outbox/Outbox';

/** What the messages say of a request. */
export type MessageSubject = Pick<
  RequestRow,
  'id' | 'number' | 'title' | 'requester_ref' | 'reason'
>;

const topic = 'salesforce';

/** The notification of one request; a later one of the same scope replaces it. */
function scopeOf(request: MessageSubject, matter: string): string {
  return `salesforce:${matter}:${request.id}`;
}

/**
 * To those who can review the open stage. Nobody is told who may not review:
 * neither the requester nor the people who are targets.
 */
export function reviewWantedMessages(options: {
  request: MessageSubject;
  requesterName: string;
  /** Entity refs of people and groups. */
  reviewers: string[];
  /** Requester and target people. */
  except: string[];
  reminder?: boolean;
}): OutboxMessage[] {
  const { request, reviewers } = options;
  const except = new Set(options.except);
  const recipients = [...new Set(reviewers)].filter(ref => !except.has(ref));
  if (recipients.length === 0) return [];
  const reason = request.reason ? ` “${shorten(request.reason)}”` : '';
  return [
    {
      kind: 'notification',
      requestId: request.id,
      recipients,
      delegates: true,
      except: [...except],
      title: options.reminder
        ? `Still waiting for your review: ${request.title}`
        : `Waiting for your review: ${request.title}`,
      description: `${options.requesterName} asks.${reason}`,
      link: `/salesforce/approvals/${request.id}`,
      severity: 'normal',
      topic,
      scope: scopeOf(request, 'review'),
    },
  ];
}

const sayings: Partial<
  Record<
    RequestState,
    { title(title: string): string; severity: 'low' | 'normal' | 'high' }
  >
> = {
  approved: { title: title => `Approved: ${title}`, severity: 'low' },
  rejected: { title: title => `Rejected: ${title}`, severity: 'normal' },
  expired: {
    title: title => `Expired without a decision: ${title}`,
    severity: 'normal',
  },
  stale: {
    title: title => `Changed since it was approved: ${title}`,
    severity: 'normal',
  },
  succeeded: { title: title => `Done: ${title}`, severity: 'normal' },
  partly_failed: { title: title => `Partly done: ${title}`, severity: 'high' },
  failed: { title: title => `Failed: ${title}`, severity: 'high' },
  needs_admin: {
    title: title => `An admin has to look at it: ${title}`,
    severity: 'normal',
  },
};

/** To the requester: how their request stands now. None where it is not news. */
export function requesterMessages(options: {
  request: MessageSubject;
  state: RequestState;
  description?: string;
  /** Who brought this about; nobody is told of what they did themselves. */
  actor?: string;
}): OutboxMessage[] {
  const { request, state } = options;
  const saying = sayings[state];
  if (!saying || options.actor === request.requester_ref) return [];
  return [
    {
      kind: 'notification',
      requestId: request.id,
      recipients: [request.requester_ref],
      title: saying.title(request.title),
      ...(options.description
        ? { description: shorten(options.description) }
        : {}),
      link: `/salesforce/requests/${request.id}`,
      severity: saying.severity,
      topic,
      scope: scopeOf(request, 'progress'),
    },
  ];
}

/** To the org's admins: this cannot go on without them. */
export function adminMessages(options: {
  request: MessageSubject;
  /** Owners of the org. */
  admins: string[];
  blockers: string[];
}): OutboxMessage[] {
  if (options.admins.length === 0) return [];
  return [
    {
      kind: 'notification',
      requestId: options.request.id,
      recipients: options.admins,
      title: `Needs an admin: ${options.request.title}`,
      description: shorten(options.blockers.join(' ')),
      link: `/salesforce/requests/${options.request.id}`,
      severity: 'high',
      topic,
      scope: scopeOf(options.request, 'admin'),
    },
  ];
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 297)}…` : text;
}
