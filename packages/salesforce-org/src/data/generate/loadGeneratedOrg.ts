import { inventAccounts } from '../crm/accounts';
import { CompanyNames } from '../crm/companyNames';
import { loadContacts, type AccountRef } from '../crm/contactsAndLeads';
import { closedOpportunity, openOpportunity } from '../crm/opportunities';
import { loadFoundation, type Foundation } from '../foundation/foundation';
import { profileSpecs, type ProfileSpec } from '../foundation/profileSpecs';
import type { RoleSpec } from '../foundation/roles';
import type { LoadContext } from '../LoadContext';
import { loadBuiltInUsers } from '../people/builtInUsers';
import { loadLoginHistory } from '../people/loginHistory';
import { loadUsers } from '../people/loadUsers';
import type { GenerationPlan } from './generation';
import { generatedUserSpecs } from './generatedUserSpecs';
import { loadGeneratedAccess } from './loadGeneratedAccess';

/** Loads an org of the planned size. */
export function loadGeneratedOrg(
  context: LoadContext,
  plan: GenerationPlan,
): void {
  const foundation = loadFoundation(context, {
    company: { name: 'Generated' },
    licenses: {
      salesforce: Math.ceil(plan.users * 0.85) + 50,
      platform: Math.ceil(plan.users * 0.15) + 10,
      integration: 5,
    },
    profiles: profilesOf(plan),
    roles: rolesOf(plan),
  });
  loadBuiltInUsers(context);
  const specs = generatedUserSpecs(context, {
    plan,
    profileNames: [...foundation.profiles.keys()],
    roleNames: [...foundation.roleIds.keys()],
  });
  const userIds = loadUsers(context, {
    specs,
    profiles: foundation.profiles,
    roleIds: foundation.roleIds,
    company: 'Generated',
  });
  if (plan.loginsPerUser > 0) {
    loadLoginHistory(context, {
      specs,
      userIds,
      loginsPerUser: plan.loginsPerUser,
    });
  }
  loadGeneratedAccess(context, { plan, specs, userIds });
  loadRecords(context, plan, foundation);
}

/** Beyond the standard ones, copies of Standard User under other names. */
function profilesOf({ profiles }: GenerationPlan): ProfileSpec[] {
  const [standard] = profileSpecs.filter(
    ({ name }) => name === 'Standard User',
  );
  const copies = Array.from(
    { length: Math.max(0, profiles - profileSpecs.length) },
    (_, index) => ({
      ...standard,
      name: `Sales Unit ${String(index + 1).padStart(3, '0')}`,
      permissions: { ...standard.permissions, fields: 'none' as const },
    }),
  );
  return [...profileSpecs, ...copies];
}

/** A tree in which every role has about five below it. */
function rolesOf({ roles }: GenerationPlan): RoleSpec[] {
  const name = (index: number) =>
    index === 0 ? 'CEO' : `Role ${String(index).padStart(4, '0')}`;
  return Array.from({ length: roles }, (_, index) => ({
    name: name(index),
    parent: index === 0 ? null : name(Math.floor((index - 1) / 5)),
  }));
}

function loadRecords(
  context: LoadContext,
  plan: GenerationPlan,
  foundation: Foundation,
): void {
  const { org, random } = context;
  const standard = foundation.profiles.get('Standard User');
  const owners = org.store
    .findBy('User', 'ProfileId', standard?.id ?? null)
    .filter(user => user.IsActive === true)
    .slice(0, 2000)
    .map(user => user.Id);
  if (owners.length === 0 || plan.accounts === 0) {
    return;
  }
  const rows = inventAccounts(context, {
    count: plan.accounts,
    inGermany: Math.round(plan.accounts * 0.15),
    ownerOf: index => owners[index % owners.length],
    names: new CompanyNames({ random }),
  });
  const accounts: AccountRef[] = org.store
    .load('Account', rows)
    .map((id, index) => ({
      id,
      ownerId: String(rows[index].OwnerId),
      name: String(rows[index].Name),
    }));
  loadContacts(context, { accounts, count: plan.contacts });
  org.store.load(
    'Opportunity',
    Array.from({ length: plan.opportunities }, (_, index) => {
      const account = accounts[index % accounts.length];
      const { ownerId } = account;
      return index % 5 < 3
        ? openOpportunity(context, { account, ownerId, index })
        : closedOpportunity(context, { account, ownerId, index });
    }),
  );
}
