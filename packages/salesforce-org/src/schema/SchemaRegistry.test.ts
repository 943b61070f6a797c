import { acmeObjects } from './acmeObjects';
import { SchemaRegistry } from './SchemaRegistry';
import { standardObjects } from './standardObjects';

function createSchema() {
  const schema = new SchemaRegistry();
  schema.add(standardObjects);
  return schema;
}

describe('the schema of an org', () => {
  it('has the objects that administrators and sellers work with', () => {
    const schema = createSchema();
    const names = `User UserLogin Profile UserLicense UserRole PermissionSet
      PermissionSetAssignment PermissionSetGroup PermissionSetGroupComponent
      MutingPermissionSet PermissionSetLicense PermissionSetLicenseAssign
      PackageLicense UserPackageLicense Group GroupMember QueueSobject
      ObjectPermissions FieldPermissions SetupEntityAccess LoginHistory
      AuthSession OauthToken SetupAuditTrail ConnectedApplication Organization
      UserRecordAccess UserFieldAccess UserEntityAccess Account Contact Lead
      Opportunity OpportunityStage Case Task Event Asset Campaign
      CampaignMember Contract Order Entitlement Product2 LeadStatus CaseStatus
      TaskStatus RecordType EntityDefinition FieldDefinition AccountShare
      OpportunityShare CronTrigger AsyncApexJob TwoFactorMethodsInfo`.split(
      /\s+/,
    );
    expect(names.filter(name => !schema.get(name))).toEqual([]);
  });

  it.each([
    ['Account', '001'],
    ['Contact', '003'],
    ['User', '005'],
    ['Opportunity', '006'],
    ['Organization', '00D'],
    ['UserRole', '00E'],
    ['Group', '00G'],
    ['Lead', '00Q'],
    ['Task', '00T'],
    ['Event', '00U'],
    ['Profile', '00e'],
    ['GroupMember', '011'],
    ['PermissionSet', '0PS'],
    ['PermissionSetAssignment', '0Pa'],
    ['PermissionSetGroup', '0PG'],
    ['PermissionSetLicense', '0PL'],
    ['LoginHistory', '0Ya'],
    ['UserLogin', '0Yw'],
    ['OauthToken', '0CQ'],
    ['AuthSession', '0Ak'],
    ['UserLicense', '100'],
    ['Case', '500'],
    ['Campaign', '701'],
    ['Contract', '800'],
    ['Order', '801'],
  ])('%s has the key prefix %s', (name, prefix) => {
    const schema = createSchema();
    expect(schema.require(name).keyPrefix).toBe(prefix);
    expect(schema.byKeyPrefix(prefix)?.name).toBe(name);
  });

  it('finds everything in any casing', () => {
    const schema = createSchema();
    expect(schema.get('ACCOUNT')?.field('billingcity')?.name).toBe(
      'BillingCity',
    );
    expect(schema.get('contact')?.parentRelationship('REPORTSTO')?.name).toBe(
      'ReportsToId',
    );
    expect(
      schema.get('account')?.childRelationship('contacts')?.childSObject,
    ).toBe('Contact');
  });

  it.each([
    ['User', 'PermissionSetAssignments', 'PermissionSetAssignment'],
    ['PermissionSet', 'Assignments', 'PermissionSetAssignment'],
    ['PermissionSet', 'ObjectPerms', 'ObjectPermissions'],
    ['PermissionSet', 'FieldPerms', 'FieldPermissions'],
    ['PermissionSet', 'SetupEntityAccessItems', 'SetupEntityAccess'],
    ['Group', 'GroupMembers', 'GroupMember'],
    ['Group', 'QueueSobjects', 'QueueSobject'],
    ['Account', 'Opportunities', 'Opportunity'],
    ['Account', 'ChildAccounts', 'Account'],
    ['Account', 'Tasks', 'Task'],
  ])('%s has its %s', (parent, relationship, child) => {
    expect(
      createSchema().require(parent).childRelationship(relationship)
        ?.childSObject,
    ).toBe(child);
  });

  it('[22] names the odd ones as they are', () => {
    const schema = createSchema();
    expect(schema.require('AuthSession').field('UsersId')).toBeDefined();
    expect(schema.require('AuthSession').field('UserId')).toBeUndefined();
    expect(schema.require('OauthToken').capabilities.deletable).toBe(false);
    expect(schema.require('AuthSession').capabilities.deletable).toBe(true);
    expect(schema.require('User').capabilities.deletable).toBe(false);
    expect(schema.require('PermissionSetAssignment').field('Name')).toBe(
      undefined,
    );
    expect(
      schema.require('PermissionSetAssignment').field('CreatedDate'),
    ).toBeUndefined();
  });

  it.each(['US/Eastern', 'EST'])('%s is no time zone of a user', zone => {
    const values = createSchema()
      .require('User')
      .field('TimeZoneSidKey')!
      .picklistValues.map(({ value }) => value);
    expect(values).toContain('America/New_York');
    expect(values).not.toContain(zone);
  });

  it('takes new objects and fields while it is used', () => {
    const schema = createSchema();
    schema.add(acmeObjects);
    const subscription = schema.require('Subscription__c');
    expect(subscription.keyPrefix).toBe('a00');
    expect(subscription.fields.map(({ name }) => name)).toEqual([
      'Id',
      'OwnerId',
      'IsDeleted',
      'Name',
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
      'SystemModstamp',
      'LastViewedDate',
      'LastReferencedDate',
      'Account__c',
      'Subscription_Number__c',
      'Status__c',
      'Start_Date__c',
      'End_Date__c',
      'Monthly_Amount__c',
      'Auto_Renew__c',
    ]);
    expect(schema.require('Account').field('ARR__c')?.type).toBe('currency');
    expect(
      schema.require('Account').childRelationship('Subscriptions__r')?.field,
    ).toBe('Account__c');
    const line = schema.require('Subscription_Line__c');
    expect(line.field('OwnerId')).toBeUndefined();
    expect(line.field('Subscription__c')).toMatchObject({
      nillable: false,
      cascadeDelete: true,
      updateable: false,
    });
  });

  it.each([
    [{ objects: [{ name: '1x' }] }, ['objects', 0, 'name']],
    [{ objects: [{ name: 'A__c', colour: 'red' }] }, ['objects', 0]],
    [
      { objects: [{ name: 'A__c', fields: [{ name: 'B__c', type: 'text' }] }] },
      ['objects', 0, 'fields', 0, 'type'],
    ],
    [
      [{ name: 'A__c', fields: [{ name: 'B__c', type: 'reference' }] }],
      ['objects', 0, 'fields', 0, 'referenceTo'],
    ],
    ['nonsense', []],
  ])('refuses %j and says where it is wrong', (json, path) => {
    const issues = expect.arrayContaining([expect.objectContaining({ path })]);
    expect(() => createSchema().addJson(json)).toThrow(
      expect.objectContaining({ issues }),
    );
  });

  it('takes an object and its child in either order', () => {
    const schema = createSchema();
    schema.addJson([
      {
        name: 'Wheel__c',
        fields: [
          {
            name: 'Car__c',
            type: 'reference',
            referenceTo: 'Car__c',
            childRelationshipName: 'Wheels__r',
          },
        ],
      },
      { name: 'Car__c' },
    ]);
    expect(
      schema.require('Car__c').childRelationship('wheels__r')?.childSObject,
    ).toBe('Wheel__c');
  });
});
