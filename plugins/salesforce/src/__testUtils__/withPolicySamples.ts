import type {
  Decision,
  Policy,
  PolicyRecord,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { FakeError, type FakeBackend } from './FakeBackend';
import { people } from './people';
import { sampleActions } from './sampleActions';
import { hoursBefore, openStage } from './samples';

export function samplePolicy(overrides: Partial<Policy> = {}): Policy {
  return {
    enabled: true,
    audience: [],
    selfService: 'allowed',
    stages: [
      {
        name: 'RevOps approval',
        requirements: [
          {
            count: 1,
            from: [{ kind: 'group', ref: 'group:default/revops-approvers' }],
          },
        ],
      },
    ],
    reason: 'required',
    limits: { maxTargets: 200, maxDuration: 'P3M' },
    expiresAfter: 'P5D',
    distinctReviewers: true,
    ...overrides,
  };
}

export function samplePolicyRecord(
  overrides: Partial<PolicyRecord> = {},
): PolicyRecord {
  return {
    action: 'salesforce_freeze_user',
    actionTitle: 'Freeze Salesforce users',
    version: 0,
    source: 'config',
    policy: samplePolicy(),
    sentence:
      'Everyone whose role allows it may ask. Unless a role runs it without approval, it needs 1 of RevOps approvers, within 5 days. A reason is required.',
    allowedActions: ['update'],
    ...overrides,
  };
}

function samplePolicies(): PolicyRecord[] {
  return sampleActions
    .filter(({ kind }) => kind === 'write')
    .map(({ id, title }) =>
      id === 'salesforce_create_user'
        ? samplePolicyRecord({
            action: id,
            actionTitle: title,
            policy: samplePolicy({ enabled: false }),
            sentence: 'Switched off: nobody can ask for it.',
          })
        : samplePolicyRecord({ action: id, actionTitle: title }),
    );
}

export const sampleRefusal: Decision = {
  verdict: 'refused',
  code: 'policy_refused',
  reasons: ['Erin Walsh may ask for themselves only.'],
  policyVersion: 0,
  stages: [],
};

/** Policies that can be changed, with their versions and their conflicts. */
export function withPolicySamples(
  backend: FakeBackend,
  records: PolicyRecord[] = samplePolicies(),
): FakeBackend {
  const current = new Map(records.map(record => [record.action, record]));
  const versions = new Map<string, PolicyRecord[]>(
    records.map(record => [record.action, [record]]),
  );
  const find = (action: string) => {
    const record = current.get(action);
    if (!record) throw new FakeError(404, `There is no policy of '${action}'`);
    return record;
  };
  const put = (
    action: string,
    expectedVersion: number,
    next: Partial<PolicyRecord>,
  ) => {
    const record = find(action);
    if (record.version !== expectedVersion) {
      throw new FakeError(409, 'Another version is current', {
        code: 'version_conflict',
      });
    }
    const saved: PolicyRecord = {
      ...record,
      version: record.version + 1,
      changedBy: people.sam,
      changedAt: hoursBefore(0),
      ...next,
    };
    current.set(action, saved);
    versions.set(action, [saved, ...(versions.get(action) ?? [])]);
    return saved;
  };
  return backend
    .on('get', '/policies', () => ({ items: [...current.values()] }))
    .on('get', '/policies/{action}', ({ params }) => find(params.action))
    .on('get', '/policies/{action}/versions', ({ params }) => ({
      items: versions.get(params.action) ?? [],
    }))
    .on('put', '/policies/{action}', ({ params, body }) =>
      put(params.action, body.expectedVersion, {
        source: 'database',
        policy: body.policy,
        comment: body.comment,
        sentence: 'The sentence of the backend.',
        allowedActions: ['update', 'reset'],
      }),
    )
    .on('delete', '/policies/{action}', ({ params, query }) =>
      put(params.action, Number(query.get('expectedVersion')), {
        source: 'config',
        policy: samplePolicy(),
        allowedActions: ['update'],
      }),
    )
    .on(
      'post',
      '/policies/evaluate',
      ({ body }): Decision =>
        (body.policy ?? find(body.action).policy).selfService === 'only'
          ? sampleRefusal
          : {
              verdict: 'needs_approval',
              code: 'needs_approval',
              reasons: ['The policy asks for 1 of RevOps approvers.'],
              policyVersion: 0,
              stages: [openStage],
              expiresAfter: 'P5D',
            },
    );
}
