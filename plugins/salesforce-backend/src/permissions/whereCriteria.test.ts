import {
  AuthorizeResult,
  type ConditionalPolicyDecision,
  type PermissionCondition,
  type PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  createSalesforceConditionalDecision,
  salesforceConditions,
  salesforceRequestRules,
  type SalesforceRequestFilter,
  type SalesforceRequestResource,
} from '@salesdesk/backstage-plugin-salesforce-node';
import {
  salesforceRequestReadPermission,
  type Risk,
} from '@salesdesk/backstage-plugin-salesforce-common';
import fc from 'fast-check';
import { applyMigrations } from '../database/applyMigrations';
import { insertRequest } from '../database/operations/requests/insertRequest';
import { listRequests } from '../database/operations/requests/listRequests';
import { replaceTargetGroups } from '../database/operations/requests/targets';
import { riskRank } from '../domain/risk';
import { requestRow } from '../requests/__testUtils__/requestRow';
import { testDatabases } from '../__testUtils__/testDatabases';
import { foreseeDecision } from './foreseeDecision';

const databases = testDatabases();

const ruleset = {
  getRuleByName: (name: string) => {
    const rule = Object.values(salesforceRequestRules).find(
      candidate => candidate.name === name,
    );
    if (!rule) throw new Error(`There is no rule '${name}'`);
    return rule;
  },
} as PermissionRuleset<
  SalesforceRequestResource,
  SalesforceRequestFilter,
  'salesforce-request'
>;
const authorize = createConditionAuthorizer(ruleset);
const transform = createConditionTransformer(ruleset);

const people = ['user:default/ann', 'user:default/ben', "user:default/o'neil"];
const groups = ['group:default/a', 'group:default/b'];
const actions = ['salesforce_freeze_user', 'salesforce_reset_password'];
const orgs = ['acme', 'sandbox'];
const risks: Risk[] = ['low', 'medium', 'high', 'critical'];

const resourceArbitrary: fc.Arbitrary<SalesforceRequestResource> = fc.record(
  {
    id: fc.uuid(),
    state: fc.constantFrom('awaiting_approval', 'succeeded'),
    orgId: fc.constantFrom(...orgs),
    actionId: fc.constantFrom(...actions),
    kind: fc.constant('write'),
    risk: fc.constantFrom(...risks),
    requesterRef: fc.constantFrom(...people),
    managerRef: fc.constantFrom(...people),
    isOwnUser: fc.boolean(),
    ownsTargets: fc.boolean(),
    targetPersonRefs: fc.constant([]),
    targetGroupRefs: fc.subarray(groups),
    size: fc.integer({ min: 0, max: 4 }),
  },
  {
    requiredKeys: [
      'id',
      'state',
      'orgId',
      'actionId',
      'kind',
      'risk',
      'requesterRef',
      'isOwnUser',
      'ownsTargets',
      'targetPersonRefs',
      'targetGroupRefs',
      'size',
    ],
  },
);

type Criteria = PermissionCriteria<PermissionCondition<'salesforce-request'>>;

const some = (values: string[]) =>
  fc
    .subarray(values, { minLength: 1 })
    // Policies are written by people: case must not matter for entity refs.
    .chain(picked =>
      fc.constantFrom(
        picked,
        picked.map(value =>
          value.includes(':') ? value.toLocaleUpperCase('en-US') : value,
        ),
      ),
    )
    .map(([first, ...rest]): [string, ...string[]] => [first, ...rest]);

const conditionArbitrary: fc.Arbitrary<Criteria> = fc.oneof(
  some(people).map(userRefs => salesforceConditions.isRequester({ userRefs })),
  fc.constant(salesforceConditions.isOwnUser()),
  fc.constant(salesforceConditions.ownsTargets()),
  some(actions).map(ids => salesforceConditions.hasAction({ actions: ids })),
  fc
    .constantFrom(...risks)
    .map(risk => salesforceConditions.hasRiskAtMost({ risk })),
  some(orgs).map(ids => salesforceConditions.inOrg({ orgs: ids })),
  some(groups).map(groupRefs =>
    salesforceConditions.targetInGroup({ groupRefs }),
  ),
  some(people).map(userRefs =>
    salesforceConditions.isManagerOfRequester({ userRefs }),
  ),
  fc
    .integer({ min: 0, max: 4 })
    .map(size => salesforceConditions.sizeAtMost({ size })),
);

const { criteria: criteriaArbitrary } = fc.letrec<{ criteria: Criteria }>(
  tie => {
    const parts = fc
      .array(tie('criteria'), { minLength: 1, maxLength: 3 })
      .map(([first, ...rest]): [Criteria, ...Criteria[]] => [first, ...rest]);
    return {
      criteria: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        conditionArbitrary,
        parts.map(allOf => ({ allOf })),
        parts.map(anyOf => ({ anyOf })),
        tie('criteria').map(not => ({ not })),
      ),
    };
  },
);

function decide(criteria: Criteria): ConditionalPolicyDecision {
  return createSalesforceConditionalDecision(
    salesforceRequestReadPermission,
    criteria,
  );
}

describe('conditions about requests', () => {
  it.each(databases.eachSupportedId())(
    'mean the same in SQL as in the rules, %p',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await applyMigrations(knex);
      const resources = fc.sample(resourceArbitrary, {
        numRuns: 200,
        seed: 20261123,
      });
      await knex.transaction(async transaction => {
        for (const resource of resources) {
          const row = requestRow({
            id: resource.id,
            state: resource.state === 'draft' ? 'submitted' : resource.state,
            org_id: resource.orgId,
            action_id: resource.actionId,
            risk: riskRank(resource.risk),
            requester_ref: resource.requesterRef,
            manager_ref: resource.managerRef ?? null,
            is_own_user: resource.isOwnUser,
            owns_targets: resource.ownsTargets,
            size: resource.size,
          });
          const number = await insertRequest({ transaction, row });
          await replaceTargetGroups({
            transaction,
            request: { id: row.id, number },
            groupRefs: resource.targetGroupRefs,
          });
        }
      });

      await fc.assert(
        fc.asyncProperty(criteriaArbitrary, async criteria => {
          const decision = decide(criteria);
          const rows = await listRequests({
            knex,
            filter: {
              scopes: [{ kind: 'some', criteria: transform(criteria) }],
            },
            order: 'oldest',
            limit: 1_000,
          });
          expect(rows.map(row => row.id)).toEqual(
            resources
              .filter(resource => authorize(decision, resource))
              .map(resource => resource.id),
          );
        }),
        { numRuns: 300 },
      );
    },
    60_000,
  );

  it('are foreseen rightly: yes and no hold whatever the request is about', () => {
    fc.assert(
      fc.property(
        criteriaArbitrary,
        resourceArbitrary,
        (criteria, resource) => {
          const foresight = foreseeDecision(
            { kind: 'some', criteria: transform(criteria) },
            resource,
          );
          if (foresight === 'depends') return;
          expect(authorize(decide(criteria), resource)).toBe(
            foresight === 'yes',
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('let nothing pass but ALLOW', () => {
    const [resource] = fc.sample(resourceArbitrary, 1);
    expect(authorize({ result: AuthorizeResult.DENY }, resource)).toBe(false);
    expect(foreseeDecision({ kind: 'none' }, resource)).toBe('no');
  });
});
