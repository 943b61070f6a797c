import { children, flag, id, parent, text } from './columns';
import type { InventoryObject } from './InventoryObject';

const modified = { by: 'modified', path: 'SystemModstamp' } as const;

const group: InventoryObject = {
  name: 'Group',
  label: 'Group or queue',
  plural: 'Groups and queues',
  table: 'salesforce_inventory_groups',
  columns: [
    text('Name'),
    text('DeveloperName', { label: 'API name' }),
    text('Type'),
    id('RelatedId', { label: 'Role or user id' }),
    text('Email', { label: 'E-mail' }),
  ],
  relations: [
    parent('role', 'UserRole', 'related_id'),
    children('members', 'GroupMember', 'group_id'),
    children('queueObjects', 'QueueSobject', 'queue_id', 'Objects of a queue'),
  ],
  detection: modified,
  names: ['name', 'developer_name'],
};

const groupMember: InventoryObject = {
  name: 'GroupMember',
  label: 'Group membership',
  plural: 'Group memberships',
  table: 'salesforce_inventory_group_members',
  columns: [
    id('GroupId'),
    id('UserOrGroupId', { column: 'member_id', label: 'Member id' }),
  ],
  relations: [
    parent('group', 'Group', 'group_id'),
    parent('user', 'User', 'member_id'),
    parent('memberGroup', 'Group', 'member_id'),
  ],
  detection: modified,
  partition: { path: 'GroupId', column: 'group_id' },
  names: [],
};

const queueObject: InventoryObject = {
  name: 'QueueSobject',
  label: 'Object of a queue',
  plural: 'Objects of queues',
  table: 'salesforce_inventory_queue_objects',
  columns: [
    id('QueueId'),
    text('SobjectType', { column: 'object', label: 'Object' }),
  ],
  relations: [parent('queue', 'Group', 'queue_id')],
  detection: modified,
  partition: { path: 'QueueId', column: 'queue_id' },
  names: ['object'],
};

const territory: InventoryObject = {
  name: 'Territory2',
  label: 'Territory',
  plural: 'Territories',
  table: 'salesforce_inventory_territories',
  columns: [
    text('Name'),
    text('DeveloperName', { label: 'API name' }),
    id('ParentTerritory2Id', { column: 'parent_id', label: 'Parent id' }),
    id('Territory2ModelId', { column: 'model_id', label: 'Model id' }),
  ],
  relations: [
    parent('parent', 'Territory2', 'parent_id', 'Parent territory'),
    children('users', 'UserTerritory2Association', 'territory_id', 'Users'),
  ],
  detection: modified,
  names: ['name', 'developer_name'],
  optional: true,
};

const territoryUser: InventoryObject = {
  name: 'UserTerritory2Association',
  label: 'Territory assignment',
  plural: 'Territory assignments',
  table: 'salesforce_inventory_territory_users',
  columns: [
    id('UserId'),
    id('Territory2Id', { column: 'territory_id', label: 'Territory id' }),
    text('RoleInTerritory2', { column: 'role', label: 'Role in territory' }),
    flag('IsActive', { label: 'In force' }),
  ],
  relations: [
    parent('user', 'User', 'user_id'),
    parent('territory', 'Territory2', 'territory_id'),
  ],
  detection: modified,
  partition: { path: 'Territory2Id', column: 'territory_id' },
  names: [],
  optional: true,
};

/** Groups, queues and territories, and who is in them. */
export const groupObjects: InventoryObject[] = [
  group,
  groupMember,
  queueObject,
  territory,
  territoryUser,
];
