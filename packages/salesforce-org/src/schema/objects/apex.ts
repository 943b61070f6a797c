import {
  auditFields,
  checkbox,
  datetime,
  decimal,
  integer,
  readOnly,
  reference,
  required,
  restrictedPicklist,
  systemModstamp,
  text,
  textArea,
} from '../fields';
import type { ObjectSpecification } from '../specification';

const apexLog: ObjectSpecification = {
  name: 'ApexLog',
  label: 'Apex Debug Log',
  keyPrefix: '07L',
  setup: true,
  api: 'both',
  without: ['create', 'update', 'search', 'layout'],
  fields: [
    reference('LogUserId', 'User', readOnly),
    integer('LogLength', 9, readOnly),
    datetime('LastModifiedDate', readOnly),
    text('Request', 55, readOnly),
    text('Operation', 255, readOnly),
    text('Application', 55, readOnly),
    text('Status', 255, readOnly),
    integer('DurationMilliseconds', 9, readOnly),
    systemModstamp(),
    datetime('StartTime', readOnly),
    text('Location', 30, readOnly),
  ],
};

const apexTrigger: ObjectSpecification = {
  name: 'ApexTrigger',
  label: 'Apex Trigger',
  keyPrefix: '01q',
  setup: true,
  api: 'both',
  without: ['create', 'update', 'delete', 'search', 'layout'],
  fields: [
    text('NamespacePrefix', 15, readOnly),
    text('Name', 255, { ...required, ...readOnly, nameField: true }),
    text('TableEnumOrId', 255, readOnly),
    ...[
      'UsageBeforeInsert',
      'UsageAfterInsert',
      'UsageBeforeUpdate',
      'UsageAfterUpdate',
      'UsageBeforeDelete',
      'UsageAfterDelete',
      'UsageIsBulk',
      'UsageAfterUndelete',
    ].map(name => checkbox(name, readOnly)),
    decimal('ApiVersion', 17, 1, readOnly),
    restrictedPicklist('Status', ['Inactive', 'Active', 'Deleted'], readOnly),
    checkbox('IsValid', readOnly),
    textArea('Body', 131072, readOnly),
    integer('LengthWithoutComments', 9, readOnly),
    ...auditFields(),
  ],
};

const apexClass: ObjectSpecification = {
  name: 'ApexClass',
  label: 'Apex Class',
  labelPlural: 'Apex Classes',
  keyPrefix: '01p',
  setup: true,
  without: ['create', 'update', 'delete', 'search', 'layout'],
  fields: [
    text('NamespacePrefix', 15, readOnly),
    text('Name', 255, { ...required, ...readOnly, nameField: true }),
    {
      name: 'ApiVersion',
      type: 'double',
      precision: 18,
      scale: 1,
      required: true,
      readOnly: true,
    },
    restrictedPicklist('Status', ['Inactive', 'Active', 'Deleted'], readOnly),
    checkbox('IsValid', readOnly),
    {
      name: 'Body',
      type: 'textarea',
      length: 131072,
      readOnly: true,
    },
    integer('LengthWithoutComments', 9, readOnly),
    ...auditFields(),
  ],
};

/** Code of the org, and what it logged. Nothing here runs any. */
export const apexObjects: readonly ObjectSpecification[] = [
  apexClass,
  apexLog,
  apexTrigger,
];
