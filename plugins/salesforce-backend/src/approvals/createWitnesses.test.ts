import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import type { SalesforceRequestResource } from '@salesdesk/backstage-plugin-salesforce-node';
import { group, person, testPeople } from '../__testUtils__/testContext';
import { testDatabases } from '../__testUtils__/testDatabases';
import { applyMigrations } from '../database/applyMigrations';
import { DefaultPeopleDirectory } from '../requests/DefaultPeopleDirectory';
import { createWitnesses } from './createWitnesses';

const databases = testDatabases();

/** Who has one permission each, by the host's word. */
const rights: Record<string, string> = {
  'user:default/boss': 'salesforce.org.manage',
  'user:default/ines': 'salesforce.audit.read',
  'user:default/priya': 'salesforce.request.decide',
  'user:default/sam': 'salesforce.request.decide',
};

const policy: PermissionPolicy = {
  handle: async ({ permission }, user) => ({
    result:
      rights[user?.info.userEntityRef ?? ''] === permission.name
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
  }),
};

const resource = {
  orgId: 'acme',
  requesterRef: 'user:default/sam',
  managerRef: 'user:default/boss',
  targetPersonRefs: ['user:default/priya'],
} as Partial<SalesforceRequestResource> as SalesforceRequestResource;

async function witnesses(says: PermissionPolicy | undefined) {
  const knex = await databases.init('SQLITE_3');
  await applyMigrations(knex);
  const persons = testPeople([
    ...['ann', 'boss', 'ines', 'sam'].map(name => person(name)),
    person('priya', { groups: ['owners'] }),
    group('owners', { members: ['sam', 'priya'] }),
    group('others', { members: ['sam', 'ann'] }),
  ]);
  return createWitnesses({
    knex,
    persons,
    people: DefaultPeopleDirectory.create({ people: persons }),
    orgs: { ownersOf: async () => [], titles: async () => new Map() },
    absentPeople: { policy: says },
    permissionsRegistry: {
      ...mockServices.permissionsRegistry.mock(),
      getPermissionRuleset: () => ({
        getRuleByName: () => {
          throw new Error('No rule is asked for');
        },
      }),
    } as never,
  });
}

describe('witnesses of an emergency', () => {
  it('are whoever may decide, manage orgs or read the audit log, by the host’s policy', async () => {
    const { find } = bound(await witnesses(policy));
    // a group of who asked and whom it is about is nobody
    expect(await find(['group:default/owners'])).toEqual({
      isAnybodyTold: true,
      witnessRefs: ['user:default/boss', 'user:default/ines'],
    });
    expect(
      await find(['group:default/owners', 'group:default/others']),
    ).toEqual({ isAnybodyTold: true, witnessRefs: [] });
  });

  it('is the manager, where the host says nothing of people who are not there', async () => {
    const { find } = bound(await witnesses(undefined));
    expect(await find(['user:default/sam'])).toEqual({
      isAnybodyTold: true,
      witnessRefs: ['user:default/boss'],
    });
  });
});

function bound(found: Awaited<ReturnType<typeof witnesses>>) {
  return { find: (told: string[]) => found.find({ resource, told }) };
}
