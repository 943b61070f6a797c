import {
  address,
  auditFields,
  checkbox,
  createOnly,
  currency,
  date,
  datetime,
  decimal,
  defaulted,
  deletedField,
  email,
  integer,
  percent,
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
} from '../fields';
import type { ObjectSpecification } from '../specification';
import { shareObject } from './accounts';
import {
  forecastCategories,
  industries,
  leadSources,
  leadStatuses,
  opportunityStages,
  ratings,
} from './picklists';

const lead: ObjectSpecification = {
  name: 'Lead',
  keyPrefix: '00Q',
  sharingModel: 'public_read_write',
  fields: [
    deletedField(),
    reference('MasterRecordId', 'Lead', readOnly),
    ...personName(),
    text('Title', 128),
    text('Company', 255, required),
    ...address(''),
    phone('Phone'),
    phone('MobilePhone'),
    phone('Fax'),
    email('Email', { idLookup: true }),
    url('Website', 255),
    url('PhotoUrl', 255, readOnly),
    textArea('Description', 32000),
    picklist('LeadSource', leadSources),
    picklist('Status', leadStatuses, defaulted),
    picklist('Industry', industries),
    picklist('Rating', ratings),
    currency('AnnualRevenue', { scale: 0 }),
    integer('NumberOfEmployees', 8, { label: 'Employees' }),
    reference('OwnerId', ['Group', 'User'], defaulted),
    checkbox('HasOptedOutOfEmail', { label: 'Email Opt Out' }),
    checkbox('IsConverted', { ...readOnly, label: 'Converted' }),
    date('ConvertedDate', readOnly),
    reference('ConvertedAccountId', 'Account', readOnly),
    reference('ConvertedContactId', 'Contact', readOnly),
    reference('ConvertedOpportunityId', 'Opportunity', readOnly),
    checkbox('IsUnreadByOwner', {
      defaultValue: true,
      label: 'Unread By Owner',
    }),
    ...auditFields(),
    date('LastActivityDate', { ...readOnly, label: 'Last Activity' }),
    checkbox('DoNotCall'),
    checkbox('HasOptedOutOfFax', { label: 'Fax Opt Out' }),
    ...viewedFields(),
    date('LastTransferDate'),
    text('Jigsaw', 20, { label: 'Data.com Key' }),
    text('JigsawContactId', 20, readOnly),
    text('EmailBouncedReason', 255, readOnly),
    datetime('EmailBouncedDate', readOnly),
    reference('IndividualId', 'Individual', { relationshipName: null }),
  ],
};

const opportunity: ObjectSpecification = {
  name: 'Opportunity',
  keyPrefix: '006',
  sharingModel: 'private',
  fields: [
    deletedField(),
    reference('AccountId', 'Account', {
      childRelationshipName: 'Opportunities',
      onParentDelete: 'cascade',
    }),
    checkbox('IsPrivate', { label: 'Private' }),
    text('Name', 120, { ...required, nameField: true }),
    textArea('Description', 32000),
    picklist('StageName', opportunityStages, { ...required, label: 'Stage' }),
    currency('Amount'),
    percent('Probability', {
      defaultedOnCreate: true,
      label: 'Probability (%)',
    }),
    currency('ExpectedRevenue', { ...readOnly, label: 'Expected Amount' }),
    decimal('TotalOpportunityQuantity', 18, 2, { label: 'Quantity' }),
    date('CloseDate', required),
    picklist(
      'Type',
      [
        'Existing Customer - Upgrade',
        'Existing Customer - Replacement',
        'Existing Customer - Downgrade',
        'New Customer',
      ],
      { label: 'Opportunity Type' },
    ),
    text('NextStep', 255),
    picklist('LeadSource', leadSources),
    checkbox('IsClosed', { ...readOnly, label: 'Closed' }),
    checkbox('IsWon', { ...readOnly, label: 'Won' }),
    restrictedPicklist('ForecastCategory', forecastCategories, {
      ...defaulted,
      ...readOnly,
    }),
    restrictedPicklist(
      'ForecastCategoryName',
      ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed'],
      { defaultedOnCreate: true, label: 'Forecast Category' },
    ),
    reference('CampaignId', 'Campaign', {
      childRelationshipName: 'Opportunities',
    }),
    checkbox('HasOpportunityLineItem', { ...readOnly, label: 'Has Line Item' }),
    reference('Pricebook2Id', 'Pricebook2', { label: 'Price Book ID' }),
    reference('OwnerId', 'User', defaulted),
    ...auditFields(),
    date('LastActivityDate', { ...readOnly, label: 'Last Activity' }),
    integer('PushCount', 9, readOnly),
    datetime('LastStageChangeDate', readOnly),
    integer('FiscalQuarter', 9, readOnly),
    integer('FiscalYear', 9, readOnly),
    text('Fiscal', 6, { ...readOnly, label: 'Fiscal Period' }),
    reference('ContactId', 'Contact', { createable: true, updateable: false }),
    ...viewedFields(),
    checkbox('HasOpenActivity', readOnly),
    checkbox('HasOverdueTask', readOnly),
  ],
};

/** Rows behind the values of Opportunity.StageName. */
const opportunityStage: ObjectSpecification = {
  name: 'OpportunityStage',
  keyPrefix: '01J',
  sharingModel: 'not_shared',
  without: ['create', 'update', 'delete', 'search', 'layout', 'recent'],
  fields: [
    text('MasterLabel', 255, { ...readOnly, nameField: true }),
    text('ApiName', 255, { ...required, ...readOnly, label: 'API Name' }),
    checkbox('IsActive', readOnly),
    integer('SortOrder', 9, readOnly),
    checkbox('IsClosed', readOnly),
    checkbox('IsWon', readOnly),
    restrictedPicklist('ForecastCategory', forecastCategories, {
      ...required,
      ...readOnly,
    }),
    restrictedPicklist(
      'ForecastCategoryName',
      ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed'],
      { ...required, ...readOnly },
    ),
    percent('DefaultProbability', readOnly),
    text('Description', 255, readOnly),
    ...auditFields(),
  ],
};

/** Rows behind the values of a status picklist: LeadStatus, CaseStatus ... */
export function statusObject(name: string, flag: string): ObjectSpecification {
  return {
    name,
    keyPrefix: '01J',
    sharingModel: 'not_shared',
    without: ['create', 'update', 'delete', 'search', 'layout', 'recent'],
    fields: [
      text('MasterLabel', 255, { ...readOnly, nameField: true }),
      text('ApiName', 255, { ...required, ...readOnly, label: 'API Name' }),
      integer('SortOrder', 9, readOnly),
      checkbox('IsDefault', readOnly),
      flag === 'StatusCode'
        ? restrictedPicklist(
            flag,
            ['Draft', 'InApproval', 'Activated', 'Terminated', 'Expired'],
            readOnly,
          )
        : checkbox(flag, readOnly),
      ...auditFields(),
    ],
  };
}

const opportunityContactRole: ObjectSpecification = {
  name: 'OpportunityContactRole',
  keyPrefix: '00K',
  sharingModel: 'controlled_by_parent',
  sharingParentField: 'OpportunityId',
  without: ['search', 'feed', 'recent'],
  fields: [
    reference('OpportunityId', 'Opportunity', {
      ...required,
      ...createOnly,
      childRelationshipName: 'OpportunityContactRoles',
      onParentDelete: 'cascade',
    }),
    reference('ContactId', 'Contact', {
      ...required,
      childRelationshipName: 'OpportunityContactRoles',
      onParentDelete: 'cascade',
    }),
    picklist('Role', [
      'Business User',
      'Decision Maker',
      'Economic Buyer',
      'Economic Decision Maker',
      'Evaluator',
      'Executive Sponsor',
      'Influencer',
      'Technical Buyer',
      'Other',
    ]),
    checkbox('IsPrimary', { label: 'Primary' }),
    ...auditFields(),
    deletedField(),
  ],
};

export const salesObjects: readonly ObjectSpecification[] = [
  lead,
  statusObject('LeadStatus', 'IsConverted'),
  opportunity,
  opportunityStage,
  opportunityContactRole,
  shareObject({
    of: 'Opportunity',
    keyPrefix: '00t',
    levels: ['Opportunity'],
  }),
  shareObject({ of: 'Lead', keyPrefix: '01o', levels: ['Lead'] }),
];
