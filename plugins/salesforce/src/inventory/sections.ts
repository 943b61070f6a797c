import type { InventoryCondition } from '@salesdesk/backstage-plugin-salesforce-common';

/** One list of the directory: an object, or those of its records that belong together. */
export interface Section {
  /** Part of the address. */
  slug: string;
  object: string;
  /** Sections of one tab share it. */
  tab: string;
  filters: InventoryCondition[];
  facets: string[];
  /** Fewer than a board shows to begin with, where facets stand beside them. */
  columns?: string[];
  /** Records have a page of their own. */
  hasPages: boolean;
}

const isQueue = { field: 'type', operator: 'is', value: 'Queue' } as const;

/** Lists of the directory, in the order of their tabs. */
export const sections: Section[] = [
  section('users', 'User', {
    facets: ['state', 'kind', 'license.name', 'profile.name', 'role.name'],
    columns: [
      'name',
      'username',
      'state',
      'profile.name',
      'role.name',
      'lastLoginAt',
    ],
  }),
  section('permission-sets', 'PermissionSet', {
    filters: [
      { field: 'isOwnedByProfile', operator: 'isFalse' },
      { field: 'type', operator: 'isNot', value: 'Group' },
    ],
    facets: ['license.label', 'isCustom', 'namespace'],
  }),
  section('permission-set-groups', 'PermissionSetGroup', {
    facets: ['status'],
  }),
  section('profiles', 'Profile', { facets: ['license.name', 'userType'] }),
  section('roles', 'UserRole', { facets: ['parent.name'] }),
  section('licences', 'UserLicense', { facets: ['status'] }),
  section('permission-set-licences', 'PermissionSetLicense', {
    tab: 'licences',
    facets: ['status'],
  }),
  section('package-licences', 'PackageLicense', {
    tab: 'licences',
    facets: ['status'],
  }),
  section('groups', 'Group', {
    filters: [{ field: 'type', operator: 'isNot', value: 'Queue' }],
    facets: ['type'],
  }),
  section('queues', 'Group', { filters: [isQueue] }),
  section('territories', 'Territory2', {
    tab: 'groups',
    facets: ['parent.name'],
  }),
  section('tokens', 'OauthToken', {
    tab: 'apps',
    facets: ['app', 'user.state', 'user.kind'],
    hasPages: false,
  }),
  section('connected-apps', 'ConnectedApplication', {
    tab: 'apps',
    facets: ['approvedUsersOnly'],
    hasPages: false,
  }),
  section('packages', 'InstalledSubscriberPackage', {
    tab: 'apps',
    hasPages: false,
  }),
  section('sessions', 'AuthSession', {
    tab: 'apps',
    facets: ['sessionType', 'loginType'],
    hasPages: false,
  }),
  section('logins', 'LoginHistory', {
    tab: 'activity',
    facets: ['status', 'application', 'loginType'],
    hasPages: false,
  }),
  section('setup-changes', 'SetupAuditTrail', {
    tab: 'activity',
    facets: ['outside', 'section', 'user.name'],
    hasPages: false,
  }),
];

/** The tabs, each once. */
export const tabs: string[] = [...new Set(sections.map(({ tab }) => tab))];

export function findSection(slug: string | undefined): Section | undefined {
  return sections.find(section => section.slug === slug);
}

/** What newest-first lists begin with. */
export const naturalSort: Partial<Record<string, string>> = {
  LoginHistory: 'at',
  SetupAuditTrail: 'at',
  AuthSession: 'createdAt',
};

function section(
  slug: string,
  object: string,
  rest: Partial<Section> = {},
): Section {
  return {
    slug,
    object,
    tab: slug,
    filters: [],
    facets: [],
    hasPages: true,
    ...rest,
  };
}
