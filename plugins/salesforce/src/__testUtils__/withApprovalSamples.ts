import type {
  AllowedAction,
  RequestDetail,
  RequestSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { FakeError, type FakeBackend } from './FakeBackend';
import { people } from './people';
import {
  freezeChange,
  hoursBefore,
  marco,
  requestsInEveryState,
  samplePlan,
  sampleRequest,
} from './samples';

const decide: AllowedAction[] = ['approve', 'reject'];

function waiting(id: string, overrides: Partial<RequestDetail>): RequestDetail {
  const plan = overrides.plan ?? samplePlan({ digest: id.padEnd(64, '0') });
  return sampleRequest({
    id,
    plan,
    planDigest: plan.digest,
    changeCount: plan.changeCount,
    allowedActions: decide,
    ...overrides,
  });
}

/** Requests of others that wait for Priya, and one of her own that does not. */
export function sampleInbox(): RequestDetail[] {
  const ari = {
    ...marco,
    id: '005Ho000000AriAAA',
    label: 'Ari Cohen',
    detail: 'ari@acme.com',
  };
  return [
    waiting('w1', { number: 21, createdAt: hoursBefore(26) }),
    waiting('w2', {
      number: 22,
      title: 'Change the profile of Ari Cohen to Sales Manager',
      action: 'salesforce_change_profile',
      risk: 'high',
      requester: people.sam,
      reason: 'Ari takes over the NA team from Monday on.',
      targets: [ari],
      changeSummary: 'Profile: Standard User → Sales Manager; Role: → RevOps',
      createdAt: hoursBefore(5),
      plan: samplePlan({
        digest: 'w2'.padEnd(64, '0'),
        changes: [
          freezeChange(0, ari, {
            object: 'User',
            summary: 'Ari Cohen gets the profile Sales Manager',
            fields: [
              {
                name: 'ProfileId',
                label: 'Profile',
                before: '00e1',
                beforeLabel: 'Standard User',
                after: '00e2',
                afterLabel: 'Sales Manager',
              },
              {
                name: 'UserRoleId',
                label: 'Role',
                before: '00E1',
                beforeLabel: 'Account Executive NA',
                after: '00E2',
                afterLabel: 'RevOps',
              },
            ],
          }),
        ],
        warnings: ['18 of 25 Sales Manager seats will be in use.'],
      }),
    }),
    waiting('w3', {
      number: 23,
      title: 'Assign Sales Cloud Einstein to 9 Salesforce users',
      action: 'salesforce_assign_permission_set',
      reason: 'Needed for the Q1 forecast of the North America team.',
      changeSummary: '9 assignments of Sales Cloud Einstein',
      targetCount: 9,
      createdAt: hoursBefore(2),
      plan: samplePlan({
        digest: 'w3'.padEnd(64, '0'),
        changes: Array.from({ length: 9 }, (_, index) =>
          freezeChange(
            index,
            {
              ...marco,
              id: `005Ho00000000${index}AAA`,
              label: `User ${index}`,
            },
            {
              object: 'PermissionSetAssignment',
              operation: 'create',
              summary: `User ${index} gets Sales Cloud Einstein`,
              fields: [
                {
                  name: 'PermissionSetId',
                  label: 'Permission set',
                  before: null,
                  after: '0PS1',
                  afterLabel: 'Sales Cloud Einstein',
                },
              ],
            },
          ),
        ),
      }),
    }),
  ];
}

/** A request of the approver's own: seen, never decided. */
export function ownRequest(): RequestDetail {
  return waiting('own', {
    number: 24,
    title: 'Assign Data Export to you',
    requester: people.priya,
    allowedActions: ['cancel'],
    cannot: [
      {
        action: 'approve',
        reason: 'You asked for this, so somebody else decides it.',
      },
      {
        action: 'reject',
        reason: 'You asked for this, so somebody else decides it.',
      },
    ],
  });
}

export function toSummary(request: RequestDetail): RequestSummary {
  const {
    input: _input,
    plan: _plan,
    previousPlans: _previousPlans,
    decision: _decision,
    stages: _stages,
    ...summary
  } = request;
  return summary;
}

/**
 * An inbox that can be worked through: decided requests leave it, and a
 * review of another plan than the current one is refused.
 */
export function withApprovalSamples(
  backend: FakeBackend,
  requests: RequestDetail[] = sampleInbox(),
): FakeBackend {
  const open = new Map(requests.map(request => [request.id, request]));
  const decided = new Map<string, RequestDetail>([['own', ownRequest()]]);
  const review = (id: string, decision: string, digest: string) => {
    const request = open.get(id);
    if (!request) {
      throw new FakeError(409, 'It was decided already.', {
        code: 'wrong_state',
      });
    }
    if (digest !== request.plan.digest) {
      throw new FakeError(409, 'The plan changed since you looked.', {
        code: 'plan_changed',
      });
    }
    open.delete(id);
    const after: RequestDetail = {
      ...request,
      state: decision === 'approve' ? 'approved' : 'rejected',
      allowedActions: [],
    };
    decided.set(id, after);
    return after;
  };
  return backend
    .on('get', '/requests', ({ query }) => {
      if (query.get('view') !== 'to_review') {
        return { items: requestsInEveryState() };
      }
      const items = [...open.values()].map(toSummary);
      return {
        items: query.get('order') === 'newest' ? items.reverse() : items,
      };
    })
    .on('get', '/requests/{requestId}', ({ params }) => {
      const request =
        open.get(params.requestId) ?? decided.get(params.requestId);
      if (!request) throw new FakeError(404, 'There is no such request.');
      return request;
    })
    .on('post', '/requests/{requestId}/reviews', ({ params, body }) =>
      review(params.requestId, body.decision, body.planDigest),
    )
    .on('post', '/reviews', ({ body }) => ({
      items: body.reviews.map(({ requestId, decision, planDigest }) => {
        try {
          const { state } = review(requestId, decision, planDigest);
          return { requestId, ok: true, state };
        } catch (error) {
          if (!(error instanceof FakeError)) throw error;
          return {
            requestId,
            ok: false,
            error: { code: error.extra.code, message: error.message },
          };
        }
      }),
    }));
}
