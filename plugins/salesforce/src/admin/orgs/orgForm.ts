import type {
  CreateOrgBody,
  Credentials,
  CredentialsKind,
  LoginAppBody,
  LoginKind,
  OrgDetail,
  UpdateOrgBody,
} from '@salesdesk/backstage-plugin-salesforce-common';

/** A field of the credentials besides their kind. */
export type CredentialsField = Exclude<keyof Credentials, 'kind'>;

/** What the form for an org holds. Everything is text while it is typed. */
export interface OrgFormValues {
  title: string;
  id: string;
  owners: string[];
  isDefault: boolean;
  entityRef: string;
  apiVersion: string;
  usernamesAreEmails: boolean;
  kind: LoginKind;
  credentials: Partial<Record<CredentialsField, string>>;
}

/** What a kind of login asks for, in the order in which it is asked. */
export const fieldsOfKind: Record<
  LoginKind,
  { field: CredentialsField; optional?: boolean }[]
> = {
  web_server: [
    { field: 'loginUrl' },
    { field: 'clientId' },
    { field: 'clientSecret', optional: true },
  ],
  client_credentials: [
    { field: 'loginUrl' },
    { field: 'clientId' },
    { field: 'clientSecret' },
  ],
  jwt_bearer: [
    { field: 'loginUrl' },
    { field: 'clientId' },
    { field: 'username' },
    { field: 'privateKey' },
  ],
  username_password: [
    { field: 'loginUrl' },
    { field: 'clientId' },
    { field: 'clientSecret' },
    { field: 'username' },
    { field: 'password' },
    { field: 'securityToken', optional: true },
  ],
};

/** What is wrong in the form itself, before anything is sent. */
export type OrgFormProblem = 'required' | 'id_invalid' | 'api_version_invalid';

export const emptyOrgForm: OrgFormValues = {
  title: '',
  id: '',
  owners: [],
  isDefault: false,
  entityRef: '',
  apiVersion: '',
  usernamesAreEmails: false,
  kind: 'client_credentials',
  credentials: {},
};

/** The form of an org that is there. Secrets are not known, so they are empty. */
export function orgFormOf(org: OrgDetail): OrgFormValues {
  const { credentials } = org;
  return {
    title: org.title,
    id: org.id,
    owners: org.owners.map(({ ref }) => ref),
    isDefault: org.isDefault,
    entityRef: org.entityRef ?? '',
    apiVersion: org.apiVersion,
    usernamesAreEmails: org.usernamesAreEmails ?? false,
    kind: credentials?.kind ?? 'client_credentials',
    credentials: {
      ...(credentials?.loginUrl ? { loginUrl: credentials.loginUrl } : {}),
      ...(credentials?.username ? { username: credentials.username } : {}),
      ...(credentials?.clientId ? { clientId: credentials.clientId } : {}),
    },
  };
}

/** "Acme production (EU)" as "acme-production-eu". */
export function suggestOrgId(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
}

/** What was typed into the fields of the kind, and none of another kind. */
export function givenOf(
  values: OrgFormValues,
): Partial<Record<CredentialsField, string>> {
  const given: Partial<Record<CredentialsField, string>> = {};
  for (const { field } of fieldsOfKind[values.kind]) {
    const value = values.credentials[field]?.trim();
    if (value) given[field] = value;
  }
  return given;
}

/** The credentials; undefined for a login with a browser, which has none. */
export function credentialsOf(values: OrgFormValues): Credentials | undefined {
  const given = givenOf(values);
  const kind: CredentialsKind | undefined =
    values.kind === 'web_server' ? undefined : values.kind;
  return kind && { ...given, kind, loginUrl: given.loginUrl ?? '' };
}

/** The app for a login with a browser. */
export function loginAppOf(values: OrgFormValues): LoginAppBody {
  const { loginUrl = '', clientId = '', clientSecret } = givenOf(values);
  return { loginUrl, clientId, ...(clientSecret ? { clientSecret } : {}) };
}

/** What is missing or cannot be, by the path of the field as the API names it. */
export function problemsOf(
  values: OrgFormValues,
  parts: {
    name: boolean;
    credentials: boolean;
    /** Then no private key of one's own is needed. */
    hasKeyPair?: boolean;
  },
): Map<string, OrgFormProblem> {
  const problems = new Map<string, OrgFormProblem>();
  if (parts.credentials) {
    const given = givenOf(values);
    for (const { field, optional } of fieldsOfKind[values.kind]) {
      const ours = field === 'privateKey' && parts.hasKeyPair;
      if (!optional && !ours && !given[field]) {
        problems.set(`credentials.${field}`, 'required');
      }
    }
  }
  if (parts.name) {
    if (!values.title.trim()) problems.set('title', 'required');
    if (!values.id) problems.set('id', 'required');
    else if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(values.id)) {
      problems.set('id', 'id_invalid');
    }
    if (values.apiVersion && !/^[1-9][0-9]\.0$/.test(values.apiVersion)) {
      problems.set('apiVersion', 'api_version_invalid');
    }
  }
  return problems;
}

/** The org without its login, which is set up next. */
export function createBodyOf(values: OrgFormValues): CreateOrgBody {
  const { title, id, owners, isDefault, entityRef, apiVersion } = values;
  return {
    id,
    title: title.trim(),
    owners,
    isDefault,
    ...(entityRef.trim() ? { entityRef: entityRef.trim() } : {}),
    ...(apiVersion ? { apiVersion } : {}),
    ...(values.usernamesAreEmails ? { usernamesAreEmails: true } : {}),
  };
}

/** Only what differs from the org as it is, so that nothing else is touched. */
export function updateBodyOf(
  values: OrgFormValues,
  org: OrgDetail,
  withCredentials: boolean,
): UpdateOrgBody {
  const before = orgFormOf(org);
  const body: UpdateOrgBody = {};
  if (values.title.trim() !== before.title) body.title = values.title.trim();
  if (values.owners.join() !== before.owners.join()) {
    body.owners = values.owners;
  }
  if (values.isDefault !== before.isDefault) body.isDefault = values.isDefault;
  if (values.entityRef.trim() !== before.entityRef) {
    body.entityRef = values.entityRef.trim();
  }
  if (values.apiVersion && values.apiVersion !== before.apiVersion) {
    body.apiVersion = values.apiVersion;
  }
  if (values.usernamesAreEmails !== before.usernamesAreEmails) {
    body.usernamesAreEmails = values.usernamesAreEmails;
  }
  const credentials = withCredentials ? credentialsOf(values) : undefined;
  if (credentials) body.credentials = credentials;
  return body;
}
