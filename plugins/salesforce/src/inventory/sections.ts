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
  list('users', 'User', {
    facets: ['state', 'kind', 'license.name', 'profile.name', 'role.name'],
    columns: ['name', 'username', 'state', 'profile.name', 'lastLoginAt'],
  }),
  list('permission-sets', 'PermissionSet', {
    filters: [
      { field: 'isOwnedByProfile', operator: 'isFalse' },
      { field: 'type', operator: 'isNot', value: 'Group' },
    ],
    facets: ['license.label', 'isCustom', 'namespace'],
  }),
  list('permission-set-groups', 'PermissionSetGroup', {
    facets: ['status'],
  }),
  list('profiles', 'Profile', { facets: ['license.name', 'userType'] }),
  list('roles', 'UserRole', { facets: ['parent.name'] }),
  list('licences', 'UserLicense', { facets: ['status'] }),
  list('permission-set-licences', 'PermissionSetLicense', {
    tab: 'licences',
    facets: ['status'],
  }),
  list('package-licences', 'PackageLicense', {
    tab: 'licences',
    facets: ['status'],
  }),
  list('groups', 'Group', {
    filters: [{ field: 'type', operator: 'isNot', value: 'Queue' }],
    facets: ['type'],
  }),
  list('queues', 'Group', { filters: [isQueue] }),
  list('territories', 'Territory2', {
    tab: 'groups',
    facets: ['parent.name'],
  }),
  list('tokens', 'OauthToken', {
    tab: 'apps',
    facets: ['app', 'user.state', 'user.kind'],
    hasPages: false,
  }),
  list('connected-apps', 'ConnectedApplication', {
    tab: 'apps',
    facets: ['approvedUsersOnly'],
    hasPages: false,
  }),
  list('packages', 'InstalledSubscriberPackage', {
    tab: 'apps',
    hasPages: false,
  }),
  list('sessions', 'AuthSession', {
    tab: 'apps',
    facets: ['sessionType', 'loginType'],
    hasPages: false,
  }),
  list('logins', 'LoginHistory', {
    tab: 'activity',
    facets: ['status', 'application', 'loginType'],
    hasPages: false,
  }),
  list('setup-changes', 'SetupAuditTrail', {
    tab: 'activity',
    facets: ['outside', 'section', 'user.name'],
    hasPages: false,
  }),
];

/** The tabs, each once. */
export const tabs: string[] = [...new Set(sections.map(({ tab }) => tab))];

export function findSection(slug: string | undefined): Section | undefined {
  return sections.find(each => each.slug === slug);
}

/** What newest-first lists begin with. */
export const naturalSort: Partial<Record<string, string>> = {
  LoginHistory: 'at',
  SetupAuditTrail: 'at',
  AuthSession: 'createdAt',
};

function list(
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
