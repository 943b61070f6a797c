import type {
  Change,
  ChangeOutcome,
  RequestDetail,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { FakePass, type FakeBackend } from './FakeBackend';
import { people } from './people';
import {
  freezeChange,
  hoursBefore,
  marco,
  openStage,
  requestsInEveryState,
  samplePlan,
  sampleRequest,
} from './samples';

const MANY = 137;

/** Many changes with outcomes of all kinds. */
export function manyChanges(count = MANY): Change[] {
  const kinds: ChangeOutcome[] = ['applied', 'applied', 'already_there'];
  return Array.from({ length: count }, (_, index) => {
    const failed = index % 23 === 0;
    return freezeChange(
      index,
      {
        ...marco,
        id: `005Ho${index}`,
        label: `Person ${index + 1}`,
        detail: `person.${index + 1}@acme.com`,
      },
      {
        outcome: failed ? 'failed' : kinds[index % kinds.length],
        ...(failed
          ? {
              error: {
                message:
                  'Salesforce was working on this user at the same time.',
                details:
                  'UNABLE_TO_LOCK_ROW: unable to obtain exclusive access',
              },
            }
          : {}),
      },
    );
  });
}

const many = manyChanges();

const special: Partial<Record<string, Partial<RequestDetail>>> = {
  awaiting_approval: {
    allowedActions: ['approve', 'reject', 'cancel'],
    plan: samplePlan({
      followUps: [
        {
          action: 'salesforce_unfreeze_user',
          at: hoursBefore(-2184),
          summary: 'Unfreeze Marco Bianchi',
        },
      ],
    }),
    stages: [
      {
        ...openStage,
        name: 'Manager',
        state: 'approved',
        requirements: [
          {
            ...openStage.requirements[0],
            sentence: "1 of the requester's manager",
            approvals: 1,
            missing: 0,
          },
        ],
        reviews: [
          {
            reviewer: people.priya,
            decision: 'approve',
            comment: 'Agreed, he is away from Monday.',
            at: hoursBefore(1),
            planDigest: 'a'.repeat(64),
            counts: true,
          },
        ],
      },
      openStage,
      { ...openStage, name: 'Salesforce admins', state: 'waiting' },
    ],
    cannot: [
      { action: 'undo', reason: 'It has not run yet.' },
      { action: 'retry', reason: 'It does not wait for an admin.' },
    ],
  },
  partly_failed: {
    plan: samplePlan({ changes: many.slice(0, 50), changeCount: MANY }),
    changeSummary: 'Frozen: no → yes, for 137 users',
    outcomes: { applied: 87, already_there: 44, failed: 6 },
    allowedActions: ['retry', 'undo'],
  },
  succeeded: {
    allowedActions: ['undo'],
    plan: samplePlan({
      changes: [freezeChange(0, marco, { outcome: 'applied' })],
    }),
    outcomes: { applied: 1 },
  },
  needs_admin: {
    title: 'Deactivate Pat Default',
    allowedActions: ['retry', 'cancel'],
    blockers: [
      {
        code: 'default_lead_owner',
        message: 'Pat Default is the default lead owner.',
        remedy: 'Choose another default owner in Setup, Lead Settings.',
        url: 'https://acme.my.salesforce.com/lightning/setup/LeadSettings/home',
        details: 'DEPENDENCY_EXISTS: the user is default lead owner',
      },
      {
        code: 'approval_process',
        message: 'Pat Default approves in the approval process "Discounts".',
        remedy: 'Replace this user in the approval process.',
      },
    ],
  },
  stale: {
    allowedActions: ['approve', 'reject'],
    previousPlans: [
      samplePlan({
        changes: [
          freezeChange(0, marco, {
            fields: [
              {
                name: 'ProfileId',
                label: 'Profile',
                before: '00e1',
                after: '00e2',
                beforeLabel: 'Standard User',
                afterLabel: 'Sales Manager',
              },
            ],
          }),
        ],
        createdAt: hoursBefore(30),
      }),
    ],
    plan: samplePlan({
      version: 2,
      changes: [
        freezeChange(0, marco, {
          fields: [
            {
              name: 'ProfileId',
              label: 'Profile',
              before: '00e3',
              after: '00e2',
              beforeLabel: 'Read Only',
              afterLabel: 'Sales Manager',
            },
          ],
        }),
      ],
    }),
  },
};

/** The page of a request in every state, on top of a sample backend. */
export function withRequestSamples(backend: FakeBackend): FakeBackend {
  const details = new Map<string, RequestDetail>(
    requestsInEveryState().map(summary => [
      summary.id,
      sampleRequest({ ...summary, ...special[summary.state] }),
    ]),
  );
  return backend
    .on('get', '/requests/{requestId}', ({ params }) => {
      const found = details.get(params.requestId);
      if (!found) throw new FakePass();
      return found;
    })
    .on('get', '/requests/{requestId}/changes', ({ params, query }) => {
      if (!details.has(params.requestId)) throw new FakePass();
      const q = (query.get('q') ?? '').toLowerCase();
      const outcome = query.get('outcome');
      const items = many.filter(
        change =>
          change.target.label.toLowerCase().includes(q) &&
          (!outcome || change.outcome === outcome),
      );
      const start = Number(query.get('cursor') ?? 0);
      const end = start + Number(query.get('limit') ?? 50);
      return {
        items: items.slice(start, end),
        ...(end < items.length ? { nextCursor: String(end) } : {}),
      };
    })
    .on('get', '/requests/{requestId}/undo', () => ({
      org: 'acme',
      action: 'salesforce_unfreeze_user',
      valid: true,
      errors: [],
      plan: samplePlan(),
    }));
}
