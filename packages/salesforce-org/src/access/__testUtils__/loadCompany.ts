import type { TestOrg } from '../../__testUtils__/TestOrg';
import type { Company, Grantee } from './sharingModel';

const accessWords = ['None', 'Read', 'Edit'] as const;

/** The ids of what a company became in an org. */
export interface LoadedCompany {
  readonly userIds: readonly string[];
  readonly recordIds: readonly string[];
}

/** Puts a model company into an org, as rows. */
export function loadCompany(org: TestOrg, company: Company): LoadedCompany {
  const { store, dml } = org.org;
  const system = org.org.systemContext();
  const roleIds: string[] = [];
  company.roles.forEach((parent, index) => {
    const level = accessWords[company.childAccess[index]];
    roleIds.push(
      dml.insert(system, 'UserRole', {
        Name: `Role ${index}`,
        ParentRoleId: parent === null ? null : roleIds[parent],
        OpportunityAccessForAccountOwner: level,
        CaseAccessForAccountOwner: level,
        ContactAccessForAccountOwner: level,
      }),
    );
  });
  const userIds = company.users.map((role, index) =>
    org.insertUser({
      Username: `user${index}@company.test`,
      UserRoleId: role === null ? null : roleIds[role],
    }),
  );
  const roleGroup = (role: number, subordinates: boolean) =>
    store
      .findBy('Group', 'RelatedId', roleIds[role])
      .filter(
        ({ Type }) => Type === (subordinates ? 'RoleAndSubordinates' : 'Role'),
      )[0].Id;
  const groupIds: string[] = [];
  company.groups.forEach(group => {
    const [id] = store.load('Group', [
      {
        Name: group.name,
        DeveloperName: group.name.replace(' ', '_'),
        Type: group.type,
        DoesIncludeBosses: group.bosses,
      },
    ]);
    groupIds.push(id);
    const members = [
      ...group.users.map(user => userIds[user]),
      ...group.roles.map(({ role, subordinates }) =>
        roleGroup(role, subordinates),
      ),
      ...group.groups.map(inner => groupIds[inner]),
    ];
    store.load(
      'GroupMember',
      members.map(UserOrGroupId => ({ GroupId: id, UserOrGroupId })),
    );
  });
  const idOf = (to: Grantee): string => {
    if ('user' in to) return userIds[to.user];
    return 'group' in to
      ? groupIds[to.group]
      : roleGroup(to.role, to.subordinates);
  };
  const recordIds: string[] = [];
  company.records.forEach((record, index) => {
    const { object } = record;
    const parentId =
      record.parent === undefined ? null : recordIds[record.parent];
    const [id] = store.load(object, [
      {
        Name: `Record ${index}`,
        LastName: object === 'Contact' ? `Record ${index}` : null,
        StageName: object === 'Opportunity' ? 'Prospecting' : null,
        OwnerId: idOf(record.owner),
        [object === 'Task' ? 'WhatId' : 'AccountId']:
          object === 'Account' ? null : parentId,
      },
    ]);
    recordIds.push(id);
    if (record.shares.length > 0) {
      store.load(
        `${object}Share`,
        record.shares.map(({ to, level }) => ({
          [`${object}Id`]: id,
          UserOrGroupId: idOf(to),
          [`${object}AccessLevel`]: accessWords[level],
          RowCause: 'Manual',
        })),
      );
    }
  });
  return { userIds, recordIds };
}
