import {
  auditFields,
  checkbox,
  createdFields,
  date,
  datetime,
  defaulted,
  deletedField,
  email,
  integer,
  modifiedFields,
  phone,
  picklist,
  readOnly,
  reference,
  required,
  createOnly,
  restrictedPicklist,
  systemModstamp,
  text,
  textArea,
  viewedFields,
} from '../fields';
import type { ObjectSpecification } from '../specification';
import { shareObject } from './accounts';
import { caseStatuses } from './picklists';
import { statusObject } from './sales';

const supportCase: ObjectSpecification = {
  name: 'Case',
  keyPrefix: '500',
  sharingModel: 'public_read',
  fields: [
    deletedField(),
    reference('MasterRecordId', 'Case', readOnly),
    text('CaseNumber', 30, {
      autoNumberFormat: '{00000000}',
      nameField: true,
      idLookup: true,
    }),
    reference('ContactId', 'Contact', { childRelationshipName: 'Cases' }),
    reference('AccountId', 'Account', {
      childRelationshipName: 'Cases',
      onParentDelete: 'restrict',
    }),
    reference('AssetId', 'Asset', { childRelationshipName: 'Cases' }),
    reference('ProductId', 'Product2', { childRelationshipName: 'Cases' }),
    reference('EntitlementId', 'Entitlement', {
      childRelationshipName: 'Cases',
    }),
    reference('SourceId', ['EmailMessage', 'FeedItem'], createOnly),
    reference('BusinessHoursId', 'BusinessHours', { defaultedOnCreate: true }),
    reference('ParentId', 'Case', {
      label: 'Parent Case ID',
      childRelationshipName: 'Cases',
    }),
    text('SuppliedName', 80, { label: 'Name' }),
    email('SuppliedEmail', { label: 'Email Address' }),
    text('SuppliedPhone', 40, { label: 'Phone' }),
    text('SuppliedCompany', 80, { label: 'Company' }),
    picklist(
      'Type',
      ['Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other'],
      { label: 'Case Type' },
    ),
    picklist('Status', caseStatuses, { defaultedOnCreate: true }),
    picklist(
      'Reason',
      [
        'Installation',
        'Equipment Complexity',
        'Performance',
        'Breakdown',
        'Equipment Design',
        'Feedback',
        'Other',
      ],
      { label: 'Case Reason' },
    ),
    picklist('Origin', ['Phone', 'Email', 'Web'], { label: 'Case Origin' }),
    text('Subject', 255),
    picklist('Priority', ['High', { value: 'Medium', default: true }, 'Low'], {
      defaultedOnCreate: true,
    }),
    textArea('Description', 32000),
    checkbox('IsClosed', { ...readOnly, label: 'Closed' }),
    datetime('ClosedDate', readOnly),
    checkbox('IsEscalated', { label: 'Escalated' }),
    reference('OwnerId', ['Group', 'User'], defaulted),
    checkbox('IsClosedOnCreate', { ...readOnly, label: 'Closed When Created' }),
    datetime('SlaStartDate', { label: 'Entitlement Process Start Time' }),
    datetime('SlaExitDate', {
      ...readOnly,
      label: 'Entitlement Process End Time',
    }),
    checkbox('IsStopped', { label: 'Stopped' }),
    datetime('StopStartDate', { ...readOnly, label: 'Stopped Since' }),
    ...auditFields(),
    phone('ContactPhone', readOnly),
    phone('ContactMobile', readOnly),
    email('ContactEmail', readOnly),
    phone('ContactFax', readOnly),
    textArea('Comments', 4000, { label: 'Internal Comments' }),
    ...viewedFields(),
    text('MilestoneStatus', 30, readOnly),
  ],
};

const caseComment: ObjectSpecification = {
  name: 'CaseComment',
  keyPrefix: '00a',
  sharingModel: 'controlled_by_parent',
  sharingParentField: 'ParentId',
  without: ['layout', 'feed', 'recent'],
  fields: [
    reference('ParentId', 'Case', {
      ...required,
      ...createOnly,
      childRelationshipName: 'CaseComments',
      onParentDelete: 'cascade',
    }),
    checkbox('IsPublished', { label: 'Published' }),
    textArea('CommentBody', 4000, { label: 'Body' }),
    createdFields()[1],
    createdFields()[0],
    systemModstamp(),
    ...modifiedFields(),
    deletedField(),
  ],
};

const entitlement: ObjectSpecification = {
  name: 'Entitlement',
  keyPrefix: '550',
  sharingModel: 'controlled_by_parent',
  sharingParentField: 'AccountId',
  fields: [
    deletedField(),
    text('Name', 255, {
      ...required,
      nameField: true,
      label: 'Entitlement Name',
    }),
    ...auditFields(),
    ...viewedFields(),
    reference('AccountId', 'Account', {
      ...required,
      childRelationshipName: 'Entitlements',
      onParentDelete: 'cascade',
    }),
    picklist('Type', ['Phone Support', 'Web Support']),
    reference('AssetId', 'Asset', { childRelationshipName: 'Entitlements' }),
    date('StartDate'),
    date('EndDate'),
    reference('BusinessHoursId', 'BusinessHours'),
    checkbox('IsPerIncident', { label: 'Per Incident' }),
    integer('CasesPerEntitlement', 9),
    integer('RemainingCases', 9),
    restrictedPicklist('Status', ['Active', 'Expired', 'Inactive'], readOnly),
  ],
};

export const serviceObjects: readonly ObjectSpecification[] = [
  supportCase,
  statusObject('CaseStatus', 'IsClosed'),
  caseComment,
  shareObject({ of: 'Case', keyPrefix: '01n', levels: ['Case'] }),
  entitlement,
];
