import {
  checkbox,
  currency,
  date,
  decimal,
  picklist,
  reference,
  required,
  text,
} from './fields';
import type { ObjectSpecification } from './specification';

/** What the demo company added to its org. */
export const acmeObjects: readonly ObjectSpecification[] = [
  {
    name: 'Account',
    fields: [
      currency('ARR__c', {
        label: 'ARR',
        inlineHelpText: 'Annual recurring revenue',
      }),
    ],
  },
  {
    name: 'Opportunity',
    fields: [
      date('Renewal_Date__c', { label: 'Renewal Date' }),
      picklist('Risk__c', ['Low', 'Medium', 'High'], {
        label: 'Risk',
        restrictedPicklist: true,
      }),
    ],
  },
  {
    name: 'Subscription__c',
    label: 'Subscription',
    sharingModel: 'private',
    fields: [
      reference('Account__c', 'Account', {
        label: 'Account',
        childRelationshipName: 'Subscriptions__r',
      }),
      text('Subscription_Number__c', 30, {
        label: 'Subscription Number',
        unique: true,
        externalId: true,
      }),
      picklist(
        'Status__c',
        [{ value: 'Active', default: true }, 'Paused', 'Cancelled'],
        { label: 'Status', restrictedPicklist: true },
      ),
      date('Start_Date__c', { label: 'Start Date' }),
      date('End_Date__c', { label: 'End Date' }),
      currency('Monthly_Amount__c', { label: 'Monthly Amount' }),
      checkbox('Auto_Renew__c', { label: 'Auto Renew', defaultValue: true }),
    ],
  },
  {
    name: 'Subscription_Line__c',
    label: 'Subscription Line',
    sharingModel: 'controlled_by_parent',
    sharingParentField: 'Subscription__c',
    fields: [
      {
        name: 'Name',
        type: 'string',
        length: 80,
        label: 'Subscription Line Number',
        nameField: true,
        autoNumberFormat: 'SL-{000000}',
      },
      reference('Subscription__c', 'Subscription__c', {
        ...required,
        label: 'Subscription',
        masterDetail: true,
        childRelationshipName: 'Lines__r',
      }),
      reference('Product__c', 'Product2', {
        label: 'Product',
        childRelationshipName: 'Subscription_Lines__r',
      }),
      decimal('Quantity__c', 8, 0, { ...required, label: 'Quantity' }),
      currency('Unit_Price__c', { label: 'Unit Price' }),
    ],
  },
];
