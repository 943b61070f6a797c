import type {
  CreateOrgBody,
  Credentials,
  OrgDetail,
  OrgLogPage,
  OrgSummary,
  OrgValidation,
  UpdateOrgBody,
} from '@salesdesk/backstage-plugin-salesforce-common';

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

  /** Tries the stored connection and diagnoses it. */
  validate(options: { orgId: string }): Promise<OrgValidation>;

  /** Tries credentials without storing them. */
  validateCredentials(options: {
    credentials: Credentials;
    apiVersion?: string;
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
