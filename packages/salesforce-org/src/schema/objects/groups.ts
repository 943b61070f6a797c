import {
  auditFields,
  checkbox,
  createOnly,
  createdFields,
  defaulted,
  email,
  readOnly,
  reference,
  required,
  restrictedPicklist,
  systemModstamp,
  text,
} from '../fields';
import type { ObjectSpecification } from '../specification';

const managers = ['ManageUsers', 'ManageGroups'];
const managed = { create: managers, edit: managers, delete: managers };

/** Public groups and queues, and the groups that the system keeps itself. */
const group: ObjectSpecification = {
  name: 'Group',
  keyPrefix: '00G',
  setup: true,
  without: ['undelete', 'layout'],
  systemPermissions: managed,
  fields: [
    text('Name', 40, { ...required, nameField: true, label: 'Name' }),
    text('DeveloperName', 80, { defaultedOnCreate: true }),
    reference('RelatedId', ['User', 'UserRole'], readOnly),
    restrictedPicklist(
      'Type',
      [
        { value: 'Regular', label: 'Public Group', default: true },
        'Role',
        { value: 'RoleAndSubordinates', label: 'Role and Subordinates' },
        {
          value: 'RoleAndSubordinatesInternal',
          label: 'Role and Internal Subordinates',
        },
        'Organization',
        'AllCustomerPortal',
        'Manager',
        {
          value: 'ManagerAndSubordinatesInternal',
          label: 'Manager and Internal Subordinates',
        },
        'Queue',
        'Territory',
        'TerritoryAndSubordinates',
        'PRMOrganization',
      ],
      { ...defaulted, ...createOnly },
    ),
    email('Email', { length: 255 }),
    text('QueueRoutingConfigId', 18, readOnly),
    reference('OwnerId', ['User', 'Organization'], {
      ...defaulted,
      ...readOnly,
    }),
    checkbox('DoesSendEmailToMembers', {
      label: 'Send Email to Members',
    }),
    checkbox('DoesIncludeBosses', {
      defaultValue: true,
      label: 'Include Bosses',
    }),
    text('Description', 255, { minimumApiVersion: 55 }),
    ...auditFields(),
  ],
};

/** Polymorphic without a way to the user: `User.Email` is not understood. */
const groupMember: ObjectSpecification = {
  name: 'GroupMember',
  keyPrefix: '011',
  setup: true,
  without: ['update', 'undelete', 'search', 'layout'],
  systemPermissions: managed,
  fields: [
    reference('GroupId', 'Group', {
      ...required,
      ...createOnly,
      childRelationshipName: 'GroupMembers',
      onParentDelete: 'cascade',
    }),
    reference('UserOrGroupId', ['User', 'Group'], {
      ...required,
      ...createOnly,
      relationshipName: null,
      label: 'User/Group ID',
    }),
    systemModstamp(),
  ],
};

const queueSobject: ObjectSpecification = {
  name: 'QueueSobject',
  label: 'Queue Sobject',
  keyPrefix: '03g',
  setup: true,
  without: ['update', 'undelete', 'search', 'layout'],
  systemPermissions: managed,
  fields: [
    reference('QueueId', 'Group', {
      ...required,
      ...createOnly,
      childRelationshipName: 'QueueSobjects',
      onParentDelete: 'cascade',
      label: 'Group ID',
    }),
    restrictedPicklist(
      'SobjectType',
      ['Case', 'Lead', 'Order', 'Task', 'Contract'],
      {
        ...required,
        ...createOnly,
        restrictedPicklist: false,
        label: 'Sobject Type',
      },
    ),
    createdFields()[1],
    systemModstamp(),
  ],
};

export const groupObjects: readonly ObjectSpecification[] = [
  group,
  groupMember,
  queueSobject,
];
