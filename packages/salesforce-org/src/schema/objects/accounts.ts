import {
  address,
  auditFields,
  checkbox,
  currency,
  date,
  datetime,
  defaulted,
  deletedField,
  email,
  integer,
  personName,
  phone,
  picklist,
  readOnly,
  reference,
  required,
  restrictedPicklist,
  text,
  textArea,
  url,
  viewedFields,
  modifiedFields,
} from '../fields';
import type { ObjectSpecification } from '../specification';
import { industries, leadSources, ratings } from './picklists';

const account: ObjectSpecification = {
  name: 'Account',
  keyPrefix: '001',
  sharingModel: 'private',
  fields: [
    deletedField(),
    reference('MasterRecordId', 'Account', readOnly),
    text('Name', 255, {
      ...required,
      nameField: true,
      extraTypeInfo: 'switchablepersonname',
      label: 'Account Name',
    }),
    picklist(
      'Type',
      [
        'Prospect',
        'Customer - Direct',
        'Customer - Channel',
        'Channel Partner / Reseller',
        'Installation Partner',
        'Technology Partner',
        'Other',
      ],
      { label: 'Account Type' },
    ),
    reference('ParentId', 'Account', {
      label: 'Parent Account ID',
      childRelationshipName: 'ChildAccounts',
    }),
    ...address('Billing'),
    ...address('Shipping'),
    phone('Phone', { label: 'Account Phone' }),
    phone('Fax', { label: 'Account Fax' }),
    text('AccountNumber', 40),
    url('Website', 255),
    url('PhotoUrl', 255, readOnly),
    text('Sic', 20, { label: 'SIC Code' }),
    picklist('Industry', industries),
    currency('AnnualRevenue', { scale: 0 }),
    integer('NumberOfEmployees', 8, { label: 'Employees' }),
    picklist('Ownership', ['Public', 'Private', 'Subsidiary', 'Other']),
    text('TickerSymbol', 20),
    textArea('Description', 32000, { label: 'Account Description' }),
    picklist('Rating', ratings, { label: 'Account Rating' }),
    text('Site', 80, { label: 'Account Site' }),
    reference('OwnerId', 'User', defaulted),
    ...auditFields(),
    date('LastActivityDate', { ...readOnly, label: 'Last Activity' }),
    ...viewedFields(),
    text('Jigsaw', 20, { label: 'Data.com Key' }),
    text('JigsawCompanyId', 20, readOnly),
    picklist('AccountSource', leadSources),
    text('SicDesc', 80, { label: 'SIC Description' }),
  ],
};

const contact: ObjectSpecification = {
  name: 'Contact',
  keyPrefix: '003',
  sharingModel: 'controlled_by_parent',
  sharingParentField: 'AccountId',
  fields: [
    deletedField(),
    reference('MasterRecordId', 'Contact', readOnly),
    reference('AccountId', 'Account', {
      childRelationshipName: 'Contacts',
      onParentDelete: 'cascade',
    }),
    ...personName(),
    ...address('Other'),
    ...address('Mailing'),
    phone('Phone', { label: 'Business Phone' }),
    phone('Fax', { label: 'Business Fax' }),
    phone('MobilePhone'),
    phone('HomePhone'),
    phone('OtherPhone'),
    phone('AssistantPhone', { label: 'Asst. Phone' }),
    reference('ReportsToId', 'Contact'),
    email('Email', { idLookup: true }),
    text('Title', 128),
    text('Department', 80),
    text('AssistantName', 40, { label: "Assistant's Name" }),
    picklist('LeadSource', leadSources),
    date('Birthdate'),
    textArea('Description', 32000, { label: 'Contact Description' }),
    reference('OwnerId', 'User', defaulted),
    checkbox('HasOptedOutOfEmail', { label: 'Email Opt Out' }),
    checkbox('HasOptedOutOfFax', { label: 'Fax Opt Out' }),
    checkbox('DoNotCall'),
    ...auditFields(),
    date('LastActivityDate', { ...readOnly, label: 'Last Activity' }),
    datetime('LastCURequestDate', readOnly),
    datetime('LastCUUpdateDate', readOnly),
    ...viewedFields(),
    text('EmailBouncedReason', 255, readOnly),
    datetime('EmailBouncedDate', readOnly),
    checkbox('IsEmailBounced', readOnly),
    url('PhotoUrl', 255, readOnly),
    text('Jigsaw', 20, { label: 'Data.com Key' }),
    text('JigsawContactId', 20, readOnly),
    reference('IndividualId', 'Individual', { relationshipName: null }),
  ],
};

const shareLevels = ['None', 'Read', 'Edit', 'All'];
const rowCauses = [
  'Owner',
  'Manual',
  'Rule',
  'ImplicitChild',
  'ImplicitParent',
  'Team',
  'Territory',
  'RoleHierarchy',
];

/** Who a record is shared with. Written by sharing, deletable by hand. */
export function shareObject(options: {
  of: string;
  keyPrefix: string;
  levels: readonly string[];
}): ObjectSpecification {
  const { of, keyPrefix, levels } = options;
  return {
    name: `${of}Share`,
    keyPrefix,
    sharingModel: 'not_shared',
    without: ['undelete', 'search', 'layout', 'recent', 'feed'],
    fields: [
      reference(`${of}Id`, of, {
        ...required,
        updateable: false,
        childRelationshipName: 'Shares',
        onParentDelete: 'cascade',
      }),
      reference('UserOrGroupId', ['User', 'Group'], {
        ...required,
        updateable: false,
        label: 'User/Group ID',
      }),
      ...levels.map(level =>
        restrictedPicklist(`${level}AccessLevel`, shareLevels, {
          required: level === of,
        }),
      ),
      restrictedPicklist('RowCause', rowCauses, {
        updateable: false,
        defaultedOnCreate: true,
      }),
      ...modifiedFields(),
      deletedField(),
    ],
  };
}

export const accountObjects: readonly ObjectSpecification[] = [
  account,
  contact,
  shareObject({
    of: 'Account',
    keyPrefix: '00r',
    levels: ['Account', 'Opportunity', 'Case', 'Contact'],
  }),
];
