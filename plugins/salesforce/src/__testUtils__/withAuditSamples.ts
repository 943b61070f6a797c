import type {
  AuditEntry,
  AuditStatus,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { FakeBackend } from './FakeBackend';
import { people } from './people';
import { hoursBefore, marco } from './samples';

const freeze = '0f8fad5b-d9cb-469f-a165-70867728950e';
const title = 'Freeze Marco Bianchi until 22 Feb 2027';

type Told = Omit<AuditEntry, 'sequence' | 'hash' | 'previousHash'>;

function about(
  hours: number,
  entry: Pick<Told, 'type' | 'summary'> & Partial<Told>,
): Told {
  return {
    at: hoursBefore(hours),
    actor: 'plugin:salesforce',
    org: 'acme',
    action: 'salesforce_freeze_user',
    requestId: freeze,
    data: {},
    ...entry,
  };
}

const changes = [
  {
    position: 0,
    object: 'UserLogin',
    operation: 'update',
    recordId: '0Yw000000000001AAA',
    summary: 'Marco Bianchi can no longer log in',
    fields: [{ name: 'IsFrozen', label: 'Frozen', before: false, after: true }],
  },
];

/** Oldest first. */
const told: Told[] = [
  about(30, {
    type: 'org.connected',
    actor: people.sam.ref,
    actorPerson: people.sam,
    action: undefined,
    requestId: undefined,
    summary: 'Connected the org "Acme production" as integration@acme.com',
    data: { title: 'Acme production', loginKind: 'client_credentials' },
  }),
  about(6, {
    type: 'policy.changed',
    actor: people.sam.ref,
    actorPerson: people.sam,
    requestId: undefined,
    summary: 'Changed the policy of "Freeze Salesforce users"',
    data: {
      comment: 'RevOps asked for it',
      before: { reason: 'optional', limits: {} },
      after: { reason: 'required', limits: { maxTargets: 50 } },
    },
  }),
  about(5, {
    type: 'request.submitted',
    actor: people.erin.ref,
    actorPerson: people.erin,
    summary: `Asked for: ${title}`,
    data: { number: 12, title, reason: 'He is out on leave.', risk: 'medium' },
  }),
  about(5, {
    type: 'request.planned',
    actor: people.erin.ref,
    actorPerson: people.erin,
    summary: 'Plan: Marco Bianchi can no longer log in',
    data: { planVersion: 1, changeCount: 1, changes },
  }),
  about(3, {
    type: 'review.approved',
    actor: people.priya.ref,
    actorPerson: people.priya,
    summary: `Approved: ${title}`,
    data: { stage: 'RevOps approval', comment: 'Fine with me', planVersion: 1 },
  }),
  about(2, { type: 'request.running', summary: `Started: ${title}` }),
  about(2, {
    type: 'call.applied',
    summary: 'Done: Marco Bianchi can no longer log in',
    data: { ticket: 1, changes },
  }),
  about(2, { type: 'request.succeeded', summary: `Done: ${title}` }),
];

/** The sample log, newest first, each entry sealed with the one before. */
export function sampleEntries(): AuditEntry[] {
  const hashOf = (sequence: number) => sequence.toString(16).padStart(64, '0');
  return told
    .map((entry, index) => ({
      ...entry,
      sequence: index + 1,
      hash: hashOf(index + 1),
      previousHash: hashOf(index),
    }))
    .reverse();
}

const command = 'npx @salesdesk/audit-verify FILE --checkpoint CHECKPOINT';

/** A log that can be searched, paged, verified and saved. */
export function withAuditSamples(
  backend: FakeBackend,
  entries: AuditEntry[] = sampleEntries(),
): FakeBackend {
  let status: AuditStatus = {
    state: entries.length === 0 ? 'empty' : 'unverified',
    lastSequence: entries.length,
    command,
  };
  return backend
    .on('get', '/audit/entries', ({ query }) => {
      const types = query.getAll('type');
      const target = query.get('target');
      const found = entries.filter(
        entry =>
          (!query.get('person') || entry.actor === query.get('person')) &&
          (!query.get('action') || entry.action === query.get('action')) &&
          (!query.get('request') || entry.requestId === query.get('request')) &&
          (!target || (entry.requestId === freeze && target === marco.id)) &&
          (types.length === 0 || types.includes(entry.type)) &&
          entry.at >= (query.get('from') ?? '') &&
          entry.at < (query.get('to') ?? '~'),
      );
      const start = Number(query.get('cursor') ?? 0);
      const end = start + Number(query.get('limit') ?? 50);
      return {
        items: found.slice(start, end),
        ...(end < found.length ? { nextCursor: String(end) } : {}),
      };
    })
    .on('get', '/audit/status', () => status)
    .on('post', '/audit/verify', () => {
      status = {
        ...status,
        state: 'verified',
        verifiedUpTo: entries.length,
        verifiedAt: new Date().toISOString(),
      };
      return status;
    })
    .on('get', '/audit/checkpoint', () => ({
      format: 'salesdesk-audit-checkpoint/1',
      log: 'sample',
      sequence: entries.length,
      hash: entries[0]?.hash ?? '',
      at: hoursBefore(0),
      keyId: 'sample',
      publicKey: 'sample',
      signature: 'sample',
    }))
    .on(
      'get',
      '/audit/export',
      () =>
        new Response(
          [...entries]
            .reverse()
            .map(entry => `${JSON.stringify(entry)}\n`)
            .join(''),
          { headers: { 'content-type': 'application/x-ndjson' } },
        ),
    );
}
