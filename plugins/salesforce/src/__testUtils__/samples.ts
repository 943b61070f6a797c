import type {
  Change,
  Decision,
  Plan,
  RequestDetail,
  RequestState,
  RequestSummary,
  StageView,
  Target,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { people } from './people';

/** The moment that samples are told from. */
export const SAMPLE_NOW = '2026-11-23T10:00:00.000Z';

export function hoursBefore(hours: number, from = SAMPLE_NOW): string {
  return new Date(Date.parse(from) - hours * 3_600_000).toISOString();
}

export const marco: Target = {
  object: 'User',
  id: '005Ho00000MarcoAAA',
  label: 'Marco Bianchi',
  detail: 'marco@acme.com',
  personRef: 'user:default/marco.bianchi',
  url: 'https://acme.my.salesforce.com/lightning/r/User/005Ho00000MarcoAAA/view',
};

export function freezeChange(
  position = 0,
  target: Target = marco,
  overrides: Partial<Change> = {},
): Change {
  return {
    position,
    object: 'UserLogin',
    recordId: `0Yw00000000000${position}`,
    operation: 'update',
    summary: `${target.label} can no longer log in`,
    target,
    fields: [{ name: 'IsFrozen', label: 'Frozen', before: false, after: true }],
    outcome: 'pending',
    ...overrides,
  };
}

export function samplePlan(overrides: Partial<Plan> = {}): Plan {
  const changes = overrides.changes ?? [freezeChange()];
  return {
    version: 1,
    digest: 'a'.repeat(64),
    changeCount: changes.length,
    changes,
    followUps: [],
    warnings: [],
    blockers: [],
    createdAt: hoursBefore(3),
    ...overrides,
  };
}

export const openStage: StageView = {
  name: 'RevOps approval',
  state: 'open',
  requirements: [
    {
      sentence: '1 of RevOps approvers',
      count: 1,
      approvals: 0,
      missing: 1,
      canReview: [people.priya, people.tom],
      cannotReview: [
        { person: people.erin, reason: 'asked for it, so may not review it' },
      ],
    },
  ],
  reviews: [],
};

export function sampleDecision(overrides: Partial<Decision> = {}): Decision {
  return {
    verdict: 'needs_approval',
    code: 'needs_approval',
    reasons: ['The policy asks for 1 approval from RevOps approvers.'],
    policyVersion: 1,
    stages: [openStage],
    expiresAfter: 'P5D',
    ...overrides,
  };
}

export function sampleSummary(
  overrides: Partial<RequestSummary> = {},
): RequestSummary {
  return {
    id: 'req-1',
    number: 12,
    org: 'acme',
    orgTitle: 'Acme production',
    action: 'salesforce_freeze_user',
    actionTitle: 'Freeze Salesforce users',
    title: 'Freeze Marco Bianchi until 22 Feb 2027',
    risk: 'medium',
    state: 'awaiting_approval',
    requester: people.erin,
    reason: 'He is out on leave for three months.',
    targets: [marco],
    targetCount: 1,
    changeCount: 1,
    changeSummary: 'Frozen: no → yes',
    planDigest: 'a'.repeat(64),
    waitingFor: '1 of RevOps approvers',
    createdAt: hoursBefore(3),
    updatedAt: hoursBefore(2),
    expiresAt: hoursBefore(-117),
    allowedActions: ['cancel'],
    ...overrides,
  };
}

export function sampleRequest(
  overrides: Partial<RequestDetail> = {},
): RequestDetail {
  return {
    ...sampleSummary(),
    input: { users: ['marco@acme.com'], until: '2027-02-22' },
    plan: samplePlan(),
    previousPlans: [],
    decision: sampleDecision(),
    stages: [openStage],
    blockers: [],
    outcomes: { pending: 1 },
    cannot: [],
    undo: 'Can be undone: the users are unfrozen.',
    ...overrides,
  };
}

/** One request in every state. */
export function requestsInEveryState(): RequestSummary[] {
  const states: RequestState[] = [
    'awaiting_approval',
    'approved',
    'running',
    'succeeded',
    'partly_failed',
    'failed',
    'needs_admin',
    'rejected',
    'cancelled',
    'expired',
    'stale',
    'scheduled',
    'submitted',
  ];
  return states.map((state, index) =>
    sampleSummary({
      id: `req-${index + 1}`,
      number: index + 1,
      state,
      createdAt: hoursBefore(index * 7 + 1),
      updatedAt: hoursBefore(index * 7),
      waitingFor:
        state === 'awaiting_approval' ? '1 of RevOps approvers' : undefined,
    }),
  );
}
