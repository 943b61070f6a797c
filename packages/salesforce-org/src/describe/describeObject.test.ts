import { SmallOrg } from '../__testUtils__/smallOrg';

interface Described {
  fields: { name: string; [key: string]: unknown }[];
  childRelationships: {
    relationshipName: string | null;
    [key: string]: unknown;
  }[];
  [key: string]: unknown;
}

const small = new SmallOrg();
const describeAs = (object: string) =>
  small.org.describe(small.ctx, object) as unknown as Described;
const field = (object: string, name: string) =>
  describeAs(object).fields.find(entry => entry.name === name);

describe('a describe', () => {
  it('has all the keys that clients read', () => {
    const { fields, ...rest } = describeAs('account');
    expect(rest).toMatchObject({
      name: 'Account',
      label: 'Account',
      labelPlural: 'Accounts',
      keyPrefix: '001',
      custom: false,
      createable: true,
      deletable: true,
      queryable: true,
      urls: {
        sobject: '/services/data/v64.0/sobjects/Account',
        describe: '/services/data/v64.0/sobjects/Account/describe',
        rowTemplate: '/services/data/v64.0/sobjects/Account/{ID}',
      },
      recordTypeInfos: [{ name: 'Master', master: true, available: true }],
    });
    expect(Object.keys(fields[0]).sort()).toEqual(
      `aggregatable aiPredictionField autoNumber byteLength calculated
      calculatedFormula cascadeDelete caseSensitive compoundFieldName
      controllerName createable custom defaultValue defaultValueFormula
      defaultedOnCreate dependentPicklist deprecatedAndHidden digits
      displayLocationInDecimal encrypted externalId extraTypeInfo filterable
      filteredLookupInfo formulaTreatNullNumberAsZero groupable highScaleNumber
      htmlFormatted idLookup inlineHelpText label length mask maskType name
      nameField namePointing nillable permissionable picklistValues
      polymorphicForeignKey precision queryByDistance referenceTargetField
      referenceTo relationshipName relationshipOrder restrictedDelete
      restrictedPicklist scale searchPrefilterable soapType sortable type unique
      updateable writeRequiresMasterRead`
        .split(/\s+/)
        .sort(),
    );
  });

  it.each([
    [
      'Account',
      'Id',
      {
        type: 'id',
        length: 18,
        soapType: 'tns:ID',
        idLookup: true,
        nillable: false,
        createable: false,
        label: 'Account ID',
      },
    ],
    [
      'Account',
      'Name',
      { nameField: true, nillable: false, length: 255, label: 'Account Name' },
    ],
    [
      'Account',
      'ParentId',
      {
        type: 'reference',
        referenceTo: ['Account'],
        relationshipName: 'Parent',
      },
    ],
    [
      'Account',
      'BillingAddress',
      { type: 'address', createable: false, soapType: 'urn:address' },
    ],
    ['Account', 'BillingCity', { compoundFieldName: 'BillingAddress' }],
    [
      'Account',
      'Description',
      { filterable: false, sortable: false, type: 'textarea', length: 32000 },
    ],
    [
      'Account',
      'AnnualRevenue',
      { type: 'currency', precision: 18, scale: 0, groupable: false },
    ],
    ['Account', 'Industry', { type: 'picklist', restrictedPicklist: false }],
    [
      'Opportunity',
      'StageName',
      {
        type: 'picklist',
        restrictedPicklist: false,
        nillable: false,
        defaultedOnCreate: false,
      },
    ],
    [
      'Case',
      'OwnerId',
      {
        referenceTo: ['Group', 'User'],
        namePointing: true,
        polymorphicForeignKey: true,
        defaultedOnCreate: true,
      },
    ],
    ['Case', 'CaseNumber', { autoNumber: true, createable: false }],
    [
      'User',
      'IsActive',
      { type: 'boolean', nillable: false, soapType: 'xsd:boolean' },
    ],
    ['User', 'TimeZoneSidKey', { restrictedPicklist: true, nillable: false }],
    ['User', 'FederationIdentifier', { caseSensitive: true, unique: true }],
    ['UserLogin', 'UserId', { updateable: false }],
    ['UserLogin', 'IsFrozen', { updateable: true, createable: false }],
    [
      'PermissionSetAssignment',
      'ExpirationDate',
      { createable: true, updateable: true },
    ],
    [
      'PermissionSetAssignment',
      'AssigneeId',
      { createable: true, updateable: false },
    ],
    ['GroupMember', 'UserOrGroupId', { relationshipName: null }],
  ])('%s.%s', (object, name, expected) => {
    expect(field(object, name)).toMatchObject(expected);
  });

  it.each([
    ['Account', ['Name']],
    ['Contact', ['LastName']],
    ['Lead', ['LastName', 'Company']],
    ['Opportunity', ['Name', 'StageName', 'CloseDate']],
    ['Case', []],
    ['Task', []],
    ['Asset', ['Name']],
    ['PermissionSet', ['Name', 'Label']],
    ['PermissionSetAssignment', ['AssigneeId']],
    ['GroupMember', ['GroupId', 'UserOrGroupId']],
    ['Group', ['Name']],
    ['UserRole', ['Name']],
  ])('what %s needs on create follows from it', (object, expected) => {
    const required = describeAs(object)
      .fields.filter(
        entry =>
          entry.createable && !entry.nillable && !entry.defaultedOnCreate,
      )
      .map(({ name }) => name);
    expect(required).toEqual(expected);
  });

  it('lists children with what becomes of them', () => {
    const children = describeAs('Account').childRelationships;
    expect(
      children.find(child => child.relationshipName === 'Contacts'),
    ).toMatchObject({
      childSObject: 'Contact',
      field: 'AccountId',
      cascadeDelete: true,
      restrictedDelete: false,
    });
  });

  it('hides what the caller may not see, and is 404 for what there is not', () => {
    const { access } = small.org;
    jest
      .spyOn(access, 'canReadField')
      .mockImplementation((_, __, { name }) => name !== 'Phone');
    expect(field('Account', 'Phone')).toBeUndefined();
    jest.restoreAllMocks();
    jest.spyOn(access, 'canSeeObject').mockReturnValue(false);
    expect(small.refusal(() => describeAs('Account'))).toMatchObject({
      httpStatus: 404,
      errorCode: 'NOT_FOUND',
    });
    expect(small.org.describeGlobal(small.ctx)).toEqual([]);
    jest.restoreAllMocks();
    expect(small.refusal(() => describeAs('Foo')).errorCode).toBe('NOT_FOUND');
    jest.spyOn(access, 'canEditField').mockReturnValue(false);
    expect(field('Account', 'Phone')).toMatchObject({
      createable: false,
      updateable: false,
    });
    jest.restoreAllMocks();
  });

  it('knows fields from the version on that brought them', () => {
    const old = { ...small.ctx, apiVersion: '51.0' };
    const { fields } = small.org.describe(
      old,
      'PermissionSetAssignment',
    ) as unknown as Described;
    expect(fields.map(({ name }) => name)).not.toContain('ExpirationDate');
  });

  it('the global one lists objects in order', () => {
    const all = small.org.describeGlobal(small.ctx);
    const names = all.map(({ name }) => String(name));
    expect([...names].sort()).toEqual(names);
    expect(names).toContain('Account');
    expect(names).not.toContain('Name');
    expect(names).not.toContain('InstalledSubscriberPackage');
  });

  it('the schema can be queried as rows', () => {
    expect(
      small.records(
        "SELECT QualifiedApiName, Label, KeyPrefix FROM EntityDefinition WHERE QualifiedApiName IN ('Account', 'Lead') ORDER BY QualifiedApiName",
      ),
    ).toMatchObject([
      { QualifiedApiName: 'Account', Label: 'Account', KeyPrefix: '001' },
      { QualifiedApiName: 'Lead' },
    ]);
    expect(
      small.records(
        "SELECT QualifiedApiName, DataType, EntityDefinition.Label FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Account' AND QualifiedApiName = 'ParentId'",
      ),
    ).toMatchObject([
      {
        QualifiedApiName: 'ParentId',
        DataType: 'Lookup(Account)',
        EntityDefinition: { Label: 'Account' },
      },
    ]);
    expect(
      small.refusedQuery('SELECT QualifiedApiName FROM FieldDefinition'),
    ).toMatchObject({ errorCode: 'MALFORMED_QUERY' });
  });
});
