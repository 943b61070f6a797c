import {
  address,
  auditFields,
  createOnly,
  currency,
  date,
  decimal,
  defaulted,
  deletedField,
  email,
  percent,
  phone,
  picklist,
  readOnly,
  reference,
  required,
  text,
  textArea,
  viewedFields,
} from '../fields';
import type { FieldSpecification, ObjectSpecification } from '../specification';

const line = {
  sharingModel: 'controlled_by_parent' as const,
  without: ['search' as const, 'feed' as const, 'recent' as const],
};

/** What every line of an order or a quote has. */
function lineFields(children: string): FieldSpecification[] {
  return [
    deletedField(),
    reference('Product2Id', 'Product2', {
      ...createOnly,
      childRelationshipName: children,
    }),
    reference('PricebookEntryId', 'PricebookEntry', {
      ...required,
      ...createOnly,
      childRelationshipName: children,
    }),
    decimal('Quantity', 16, 2, required),
    currency('UnitPrice', { required: true, defaultedOnCreate: true }),
    currency('ListPrice', readOnly),
    currency('TotalPrice', readOnly),
    date('ServiceDate', { label: 'Start Date' }),
    text('Description', 255, { label: 'Line Description' }),
    ...auditFields(),
  ];
}

const orderItem: ObjectSpecification = {
  ...line,
  name: 'OrderItem',
  label: 'Order Product',
  keyPrefix: '802',
  sharingParentField: 'OrderId',
  fields: [
    text('OrderItemNumber', 30, {
      autoNumberFormat: '{0000000000}',
      nameField: true,
      idLookup: true,
    }),
    reference('OrderId', 'Order', {
      ...required,
      ...createOnly,
      childRelationshipName: 'OrderItems',
      onParentDelete: 'cascade',
    }),
    ...lineFields('OrderItems'),
    date('EndDate'),
  ],
};

const quote: ObjectSpecification = {
  name: 'Quote',
  keyPrefix: '0Q0',
  sharingModel: 'controlled_by_parent',
  sharingParentField: 'OpportunityId',
  fields: [
    reference('OwnerId', 'User', defaulted),
    deletedField(),
    text('Name', 255, { ...required, nameField: true, label: 'Quote Name' }),
    ...auditFields(),
    ...viewedFields(),
    reference('OpportunityId', 'Opportunity', {
      ...required,
      ...createOnly,
      childRelationshipName: 'Quotes',
      onParentDelete: 'cascade',
    }),
    reference('Pricebook2Id', 'Pricebook2', { label: 'Price Book ID' }),
    reference('ContactId', 'Contact', { childRelationshipName: 'Quotes' }),
    reference('AccountId', 'Account', {
      ...readOnly,
      childRelationshipName: 'Quotes',
    }),
    text('QuoteNumber', 30, { autoNumberFormat: '{00000000}' }),
    picklist('Status', [
      { value: 'Draft', default: true },
      'Needs Review',
      'In Review',
      'Approved',
      'Rejected',
      'Presented',
      'Accepted',
      'Denied',
    ]),
    date('ExpirationDate'),
    textArea('Description', 32000),
    percent('Discount', readOnly),
    currency('Tax'),
    currency('ShippingHandling', { label: 'Shipping and Handling' }),
    ...address('Billing'),
    ...address('Shipping'),
    email('Email'),
    phone('Phone'),
  ],
};

const quoteLineItem: ObjectSpecification = {
  ...line,
  name: 'QuoteLineItem',
  keyPrefix: '0QL',
  sharingParentField: 'QuoteId',
  fields: [
    text('LineNumber', 30, {
      autoNumberFormat: '{00000000}',
      nameField: true,
    }),
    reference('QuoteId', 'Quote', {
      ...required,
      ...createOnly,
      childRelationshipName: 'QuoteLineItems',
      onParentDelete: 'cascade',
    }),
    ...lineFields('QuoteLineItems'),
    percent('Discount'),
  ],
};

/** Lines of orders, and quotes with theirs. */
export const orderLineObjects: readonly ObjectSpecification[] = [
  orderItem,
  quote,
  quoteLineItem,
];
