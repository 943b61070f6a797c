import { salesforceRequestReadPermission } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceConditionalDecision,
  salesforceConditions,
} from './conditions';
import { salesforceRequestRules } from './rules';
import type { SalesforceRequestResource } from './SalesforceRequestResource';

const request: SalesforceRequestResource = {
  id: '1',
  state: 'awaiting_approval',
  orgId: 'acme',
  actionId: 'salesforce_freeze_user',
  kind: 'write',
  risk: 'medium',
  requesterRef: 'user:default/erin.walsh',
  isOwnUser: false,
  ownsTargets: false,
  targetPersonRefs: ['user:default/marco.bianchi'],
  targetGroupRefs: ['group:default/sales-na'],
  size: 2,
};

const {
  hasAction,
  hasRiskAtMost,
  inOrg,
  isManagerOfRequester,
  isOwnUser,
  isRequester,
  ownsTargets,
  sizeAtMost,
  targetInGroup,
} = salesforceRequestRules;

describe('rules', () => {
  it.each([
    [
      'case does not matter',
      isRequester.apply(request, { userRefs: ['User:Default/Erin.Walsh'] }),
      true,
    ],
    [
      'another requester',
      isRequester.apply(request, { userRefs: ['user:default/sam'] }),
      false,
    ],
    ['somebody else is the target', isOwnUser.apply(request, undefined), false],
    [
      'oneself is the target',
      isOwnUser.apply({ ...request, isOwnUser: true }, undefined),
      true,
    ],
    ['records of others', ownsTargets.apply(request, undefined), false],
    [
      'records of one’s own',
      ownsTargets.apply({ ...request, ownsTargets: true }, undefined),
      true,
    ],
    [
      'the action',
      hasAction.apply(request, { actions: ['salesforce_freeze_user'] }),
      true,
    ],
    [
      'another action',
      hasAction.apply(request, { actions: ['salesforce_run_soql'] }),
      false,
    ],
    ['the same risk', hasRiskAtMost.apply(request, { risk: 'medium' }), true],
    ['a lower risk', hasRiskAtMost.apply(request, { risk: 'low' }), false],
    ['the org', inOrg.apply(request, { orgs: ['sandbox', 'acme'] }), true],
    ['another org', inOrg.apply(request, { orgs: ['sandbox'] }), false],
    [
      'the group',
      targetInGroup.apply(request, { groupRefs: ['Group:default/sales-na'] }),
      true,
    ],
    [
      'another group',
      targetInGroup.apply(request, { groupRefs: ['group:default/x'] }),
      false,
    ],
    [
      'no manager',
      isManagerOfRequester.apply(request, { userRefs: ['user:default/priya'] }),
      false,
    ],
    [
      'the manager',
      isManagerOfRequester.apply(
        { ...request, managerRef: 'user:default/priya' },
        { userRefs: ['user:default/priya'] },
      ),
      true,
    ],
    ['as many targets', sizeAtMost.apply(request, { size: 2 }), true],
    ['too many targets', sizeAtMost.apply(request, { size: 1 }), false],
  ])('%s', (_, answer, expected) => {
    expect(answer).toBe(expected);
  });

  it('ask for everything up to a risk', () => {
    expect(hasRiskAtMost.toQuery({ risk: 'high' })).toEqual({
      key: 'risk',
      values: ['low', 'medium', 'high'],
    });
  });

  it('make conditional decisions that policies return', () => {
    expect(
      createSalesforceConditionalDecision(
        salesforceRequestReadPermission,
        salesforceConditions.isRequester({
          userRefs: ['user:default/erin.walsh'],
        }),
      ),
    ).toEqual({
      pluginId: 'salesforce',
      resourceType: 'salesforce-request',
      result: 'CONDITIONAL',
      conditions: {
        rule: 'IS_REQUESTER',
        resourceType: 'salesforce-request',
        params: { userRefs: ['user:default/erin.walsh'] },
      },
    });
  });
});
