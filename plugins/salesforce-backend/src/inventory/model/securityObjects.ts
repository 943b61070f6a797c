import { count, flag, id, parent, text, time } from './columns';
import type { InventoryObject } from './InventoryObject';

const user = parent('user', 'User', 'user_id');

const installedPackage: InventoryObject = {
  name: 'InstalledSubscriberPackage',
  label: 'Installed package',
  plural: 'Installed packages',
  table: 'salesforce_inventory_packages',
  columns: [
    text('SubscriberPackage.Name', { column: 'name', label: 'Name' }),
    text('SubscriberPackage.NamespacePrefix', {
      column: 'namespace',
      label: 'Namespace',
    }),
    text('SubscriberPackageVersion.Name', {
      column: 'version',
      label: 'Version',
    }),
  ],
  relations: [],
  detection: { by: 'reading' },
  names: ['name', 'namespace'],
  optional: true,
  tooling: true,
};

const connectedApp: InventoryObject = {
  name: 'ConnectedApplication',
  label: 'Connected app',
  plural: 'Connected apps',
  table: 'salesforce_inventory_connected_apps',
  columns: [
    text('Name'),
    flag('OptionsAllowAdminApprovedUsersOnly', {
      column: 'approved_users_only',
      label: 'Admin-approved users only',
    }),
    time('CreatedDate', { column: 'created_at', label: 'Created' }),
  ],
  relations: [],
  detection: { by: 'modified', path: 'SystemModstamp' },
  names: ['name'],
  optional: true,
};

/** Neither the tokens nor what revokes them are ever asked for. */
const oauthToken: InventoryObject = {
  name: 'OauthToken',
  label: 'OAuth token',
  plural: 'OAuth tokens',
  table: 'salesforce_inventory_oauth_tokens',
  columns: [
    id('UserId'),
    text('AppName', { column: 'app', label: 'App' }),
    time('CreatedDate', { column: 'created_at', label: 'Created' }),
    time('LastUsedDate', {
      column: 'last_used_at',
      label: 'Last used',
      volatile: true,
    }),
    count('UseCount', { label: 'Times used', volatile: true }),
  ],
  relations: [user],
  detection: { by: 'reading' },
  names: ['app'],
  optional: true,
  identity: ['user_id', 'app', 'created_at'],
};

const session: InventoryObject = {
  name: 'AuthSession',
  label: 'Session',
  plural: 'Sessions',
  table: 'salesforce_inventory_sessions',
  columns: [
    id('UsersId', { column: 'user_id', label: 'User id' }),
    time('CreatedDate', { column: 'created_at', label: 'Began' }),
    time('LastModifiedDate', {
      column: 'last_used_at',
      label: 'Last used',
      volatile: true,
    }),
    count('NumSecondsValid', { column: 'seconds_valid', label: 'Valid for' }),
    text('SessionType'),
    text('LoginType'),
    text('SourceIp', { label: 'From address' }),
  ],
  relations: [user],
  detection: { by: 'reading' },
  names: [],
  optional: true,
};

const setupAuditTrail: InventoryObject = {
  name: 'SetupAuditTrail',
  label: 'Change of setup',
  plural: 'Changes of setup',
  table: 'salesforce_inventory_setup_changes',
  columns: [
    text('Action'),
    text('Section'),
    text('Display', { label: 'What was done' }),
    id('CreatedById', { column: 'user_id', label: 'User id' }),
    time('CreatedDate', { column: 'at', label: 'At' }),
    text('DelegateUser'),
  ],
  relations: [user],
  detection: { by: 'appended', path: 'CreatedDate', days: 30 },
  names: ['display'],
  optional: true,
};

/** Ways in, and what was done to the setup. */
export const securityObjects: InventoryObject[] = [
  installedPackage,
  connectedApp,
  oauthToken,
  session,
  setupAuditTrail,
];
