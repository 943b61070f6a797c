import type {
  Certificate,
  CreateOrgBody,
  Credentials,
  LoginAppBody,
  OrgDetail,
  OrgLogPage,
  OrgSummary,
  OrgValidation,
  PermissionSetDescription,
  StartedLogin,
  UpdateOrgBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { CompletedFlow } from '../oauth';

/**
 * The connected orgs. Secrets go in and never come out. Who may call what is
 * decided around it; `actor` is the person, for the audit log.
 */
export interface OrgService {
  /** The default org first, then by title. */
  list(): Promise<OrgSummary[]>;

  /** With licences and limits. Throws NotFoundError, `org_not_found`. */
  get(options: { orgId: string }): Promise<OrgDetail>;

  /**
   * Connects an org. The credentials are tried first; when they do not work,
   * nothing is stored and the InputError (`org_credentials_refused`) says why.
   * Without credentials the org is noted, and its owners are asked to set it up.
   */
  create(options: { body: CreateOrgBody; actor: string }): Promise<OrgDetail>;

  /**
   * Changes an org; new credentials are tried first. Orgs of the configuration
   * can only be paused and resumed here.
   */
  update(options: {
    orgId: string;
    body: UpdateOrgBody;
    actor: string;
  }): Promise<OrgDetail>;

  /** Revokes the token and removes the secrets. Everything else is kept. */
  disconnect(options: { orgId: string; actor: string }): Promise<OrgDetail>;

  /** Begins "Log in with Salesforce" for the org's own connection. */
  startLogin(options: {
    orgId: string;
    body: LoginAppBody;
    actor: string;
  }): Promise<StartedLogin>;

  /** Connects the org with what a login brought, after trying it. */
  completeLogin(options: {
    flow: CompletedFlow;
    actor: string;
  }): Promise<OrgDetail>;

  /** The permission set that the actions need which policies have switched on. */
  describePermissionSet(): Promise<PermissionSetDescription>;

  /** A new key pair for the JWT bearer flow; answers its certificate. */
  createKeyPair(options: {
    orgId: string;
    actor: string;
  }): Promise<Certificate>;

  /** Tries the stored connection and diagnoses it. */
  validate(options: { orgId: string }): Promise<OrgValidation>;

  /** Tries credentials without storing them. */
  validateCredentials(options: {
    credentials: Credentials;
    apiVersion?: string;
    /** The org whose key pair is meant where no private key is given. */
    org?: string;
  }): Promise<OrgValidation>;

  /** What happened to the connection, newest first. */
  listLog(options: {
    orgId: string;
    cursor?: string;
    limit?: number;
  }): Promise<OrgLogPage>;

  /** Id of the org that is meant when none is named. Throws `org_not_found`. */
  defaultOrgId(): Promise<string>;

  /** Entity refs of the org's owners. */
  ownersOf(orgId: string): Promise<string[]>;
}
