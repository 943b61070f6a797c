import type { CatalogOrg } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  entityEnvelopeSchemaValidator,
  type Entity,
} from '@backstage/catalog-model';
import { PersonUsers } from './PersonUsers';
import { SalesforceUserProcessor } from './SalesforceUserProcessor';
import { orgRefOf, toOrgEntity, toPermissionSetEntity } from './toEntities';

const org: CatalogOrg = {
  id: 'acme',
  title: 'Acme',
  owners: ['group:default/salesforce-admins'],
  instanceUrl: 'https://acme.my.salesforce.com',
};

const validate = entityEnvelopeSchemaValidator();

describe('entities of the catalog', () => {
  it('are valid, whatever permission sets are called, and no two share a name', () => {
    const sets = [
      'Data_Export',
      `Long_${'x'.repeat(80)}`,
      `Long_${'x'.repeat(80)}y`,
      'ns__Data_Export',
      '李伟',
      'Data Export',
    ].map((name, index) =>
      toPermissionSetEntity(org, {
        recordId: `0PS00000000000${index}AAA`,
        name,
        title: name,
      }),
    );
    const all = [toOrgEntity(org) as Entity, ...sets];
    for (const entity of all) {
      expect(() => validate(entity)).not.toThrow();
      expect(entity.metadata.name).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
      expect(entity.metadata.name.length).toBeLessThanOrEqual(63);
    }
    expect(new Set(all.map(({ metadata }) => metadata.name)).size).toBe(
      all.length,
    );
    expect(sets[0]).toMatchObject({
      metadata: { name: 'acme-data-export', title: 'Data_Export' },
      spec: {
        type: 'salesforce-permission-set',
        owner: 'group:default/salesforce-admins',
        dependsOn: ['resource:default/salesforce-org-acme'],
      },
    });
  });

  it('leave an org to the entity that it names', () => {
    const named = { ...org, entityRef: 'resource:default/salesforce-acme' };
    expect(toOrgEntity(named)).toBeUndefined();
    expect(orgRefOf(named)).toBe('resource:default/salesforce-acme');
  });

  it('say on people who they are in each org, and on nobody else', async () => {
    const users = new PersonUsers();
    const processor = new SalesforceUserProcessor({ users });
    const erin: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: {
        name: 'Erin.Walsh',
        annotations: { 'example.com/x': 'y' },
        links: [{ url: 'https://example.com' }],
      },
    };
    expect(await processor.preProcessEntity(erin)).toBe(erin);
    users.replace(org, [
      {
        recordId: '005A',
        name: 'erin.walsh@acme.com',
        person: 'user:default/erin.walsh',
        url: 'https://acme.lightning.force.com/005A',
      },
    ]);
    expect((await processor.preProcessEntity(erin)).metadata).toMatchObject({
      annotations: {
        'example.com/x': 'y',
        'salesdesk.io/salesforce-user.acme': 'erin.walsh@acme.com',
      },
      links: [
        { url: 'https://example.com' },
        {
          url: 'https://acme.lightning.force.com/005A',
          title: 'Salesforce user in Acme',
        },
      ],
    });
    const group = { ...erin, kind: 'Group' };
    expect(await processor.preProcessEntity(group)).toBe(group);
    users.keepOnly([]);
    expect(await processor.preProcessEntity(erin)).toBe(erin);
  });
});
