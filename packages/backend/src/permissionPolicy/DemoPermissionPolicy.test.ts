import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  salesforcePermissions,
  salesforceRequestCreatePermission as create,
  salesforceRequestDecidePermission as review,
  salesforceRequestReadPermission as read,
  salesforceRequestSkipApprovalPermission as skipApproval,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  salesforceRequestRules,
  type SalesforceRequestResource,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { DemoPermissionPolicy } from './DemoPermissionPolicy';

const GROUPS = {
  employee: ['sales-na'],
  manager: ['sales-na', 'managers'],
  approver: ['revops', 'revops-approvers'],
  admin: ['salesforce-admins'],
  auditor: ['auditors'],
};

type Role = keyof typeof GROUPS;

function personIn(role: Role) {
  const userEntityRef = `user:default/${role}`;
  return {
    credentials: mockCredentials.user(userEntityRef),
    info: {
      userEntityRef,
      ownershipEntityRefs: [
        userEntityRef,
        ...GROUPS[role].map(name => `group:default/${name}`),
      ],
    },
  };
}

const policy = new DemoPermissionPolicy();

const rulesByName = new Map<string, unknown>(
  Object.values(salesforceRequestRules).map(rule => [rule.name, rule]),
);
const holdsFor = createConditionAuthorizer<SalesforceRequestResource>({
  getRuleByName: name => rulesByName.get(name),
} as PermissionRuleset<SalesforceRequestResource>);

async function mayDo(options: {
  role: Role;
  permission: Permission;
  request: Partial<SalesforceRequestResource>;
}) {
  const decision = await policy.handle(
    { permission: options.permission },
    personIn(options.role),
  );
  return holdsFor(decision, {
    id: 'some-request',
    state: 'draft',
    orgId: 'acme',
    actionId: 'salesforce_reset_password',
    kind: 'write',
    risk: 'medium',
    requesterRef: `user:default/${options.role}`,
    isOwnUser: false,
    ownsTargets: false,
    targetPersonRefs: [],
    targetGroupRefs: [],
    size: 1,
    ...options.request,
  });
}

const ownPassword = { isOwnUser: true };
const accessForOneself = {
  isOwnUser: true,
  actionId: 'salesforce_assign_permission_set',
};
const freezeInTheTeam = {
  actionId: 'salesforce_freeze_user',
  targetGroupRefs: ['group:default/sales-na'],
};
const freezeElsewhere = {
  actionId: 'salesforce_freeze_user',
  targetGroupRefs: ['group:default/engineering'],
};
const deactivation = {
  actionId: 'salesforce_deactivate_user',
  risk: 'high' as const,
};
const accessForMany = {
  actionId: 'salesforce_assign_permission_set',
  size: 250,
};
const ofTheReport = {
  requesterRef: 'user:default/somebody',
  managerRef: 'user:default/manager',
};
const ownRecord = {
  actionId: 'salesforce_update_record',
  ownsTargets: true,
};
const foreignRecord = { actionId: 'salesforce_update_record' };
const ownedByTarget = { ownsTargets: true };
const ofAStranger = { requesterRef: 'user:default/somebody' };

describe('DemoPermissionPolicy', () => {
  it.each([
    [
      'an employee asks for access for themselves',
      'employee',
      create,
      accessForOneself,
      true,
    ],
    [
      'an employee asks about somebody else',
      'employee',
      create,
      freezeInTheTeam,
      false,
    ],
    ...(
      ['employee', 'manager', 'approver', 'admin', 'auditor'] as const
    ).flatMap(
      (role): Array<[string, typeof role, typeof create, object, boolean]> => [
        [
          `${role}: asks to change an own record`,
          role,
          create,
          ownRecord,
          true,
        ],
        [
          `${role}: an own record runs at once`,
          role,
          skipApproval,
          ownRecord,
          true,
        ],
        [
          `${role}: asks to change a record of others`,
          role,
          create,
          foreignRecord,
          true,
        ],
        [
          `${role}: a record of others runs at once`,
          role,
          skipApproval,
          foreignRecord,
          role === 'admin',
        ],
        [
          `${role}: owning something lets no password reset run at once`,
          role,
          skipApproval,
          ownedByTarget,
          role === 'admin',
        ],
      ],
    ),
    [
      'an employee asks for a deactivation',
      'employee',
      create,
      deactivation,
      false,
    ],
    [
      'a manager asks about somebody of the team',
      'manager',
      create,
      freezeInTheTeam,
      true,
    ],
    [
      'a manager asks about somebody of another team',
      'manager',
      create,
      freezeElsewhere,
      false,
    ],
    [
      'an approver asks about somebody else',
      'approver',
      create,
      freezeElsewhere,
      false,
    ],
    ['an admin asks for a deactivation', 'admin', create, deactivation, true],
    [
      'an auditor asks about somebody else',
      'auditor',
      create,
      freezeElsewhere,
      false,
    ],

    [
      'an own password reset runs at once',
      'employee',
      skipApproval,
      ownPassword,
      true,
    ],
    [
      'access for oneself runs at once',
      'employee',
      skipApproval,
      accessForOneself,
      false,
    ],
    [
      'what a manager asks for runs at once',
      'manager',
      skipApproval,
      freezeInTheTeam,
      false,
    ],
    [
      'what an admin does daily runs at once',
      'admin',
      skipApproval,
      freezeElsewhere,
      true,
    ],
    [
      'an admin deactivates at once',
      'admin',
      skipApproval,
      deactivation,
      false,
    ],
    [
      'an admin changes hundreds at once',
      'admin',
      skipApproval,
      accessForMany,
      false,
    ],
    [
      'an admin gives themselves access at once',
      'admin',
      skipApproval,
      accessForOneself,
      false,
    ],

    ['an employee sees their own request', 'employee', read, {}, true],
    [
      "an employee sees somebody else's request",
      'employee',
      read,
      ofAStranger,
      false,
    ],
    [
      'a manager sees a request of the team',
      'manager',
      read,
      ofTheReport,
      true,
    ],
    [
      'a manager sees a request of a stranger',
      'manager',
      read,
      ofAStranger,
      false,
    ],
    ['an approver sees any request', 'approver', read, ofAStranger, true],
    ['an auditor sees any request', 'auditor', read, ofAStranger, true],

    [
      'a manager reviews a request of the team',
      'manager',
      review,
      ofTheReport,
      true,
    ],
    [
      'a manager reviews a request of a stranger',
      'manager',
      review,
      ofAStranger,
      false,
    ],
    ['an approver reviews any request', 'approver', review, ofAStranger, true],
    ['an employee reviews', 'employee', review, ofAStranger, false],
    ['an admin reviews', 'admin', review, ofAStranger, false],
    ['an auditor reviews', 'auditor', review, ofAStranger, false],
  ] as const)('%s', async (_, role, permission, request, expected) => {
    expect(await mayDo({ role, permission, request })).toBe(expected);
  });

  it('gives the plain permissions to the roles that need them, and to no other', async () => {
    const given: Record<string, string[]> = {};
    for (const permission of salesforcePermissions) {
      for (const role of Object.keys(GROUPS) as Role[]) {
        const { result } = await policy.handle({ permission }, personIn(role));
        if (result === AuthorizeResult.ALLOW) {
          (given[permission.name] ??= []).push(role);
        }
      }
    }
    expect(given).toEqual({
      'salesforce.access-review.start': ['admin'],
      'salesforce.request.create': ['admin'],
      'salesforce.request.decide': ['approver'],
      'salesforce.request.read': ['approver', 'admin', 'auditor'],
      'salesforce.request.cancel': ['admin'],
      'salesforce.action.read': ['admin'],
      'salesforce.org.manage': ['admin'],
      'salesforce.policy.manage': ['admin'],
      'salesforce.audit.read': ['auditor'],
      'salesforce.inventory.read': ['manager', 'approver', 'admin'],
      'salesforce.assistant.use': Object.keys(GROUPS),
    });
  });

  it('lets people look at the rest of the host, and change nothing in it', async () => {
    const look = createPermission({
      name: 'catalog.entity.read',
      attributes: { action: 'read' },
    });
    const remove = createPermission({
      name: 'catalog.entity.delete',
      attributes: { action: 'delete' },
    });
    const person = personIn('employee');
    expect(await policy.handle({ permission: look }, person)).toEqual({
      result: AuthorizeResult.ALLOW,
    });
    expect(await policy.handle({ permission: remove }, person)).toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it('denies everything to whoever is not signed in', async () => {
    for (const permission of salesforcePermissions) {
      expect(await policy.handle({ permission })).toEqual({
        result: AuthorizeResult.DENY,
      });
    }
  });
});
