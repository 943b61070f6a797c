import type { OrgValidation } from '@salesdesk/backstage-plugin-salesforce-common';
import type { GatewayError } from '@salesdesk/backstage-plugin-salesforce-node';

type Check = OrgValidation['checks'][number];

/** What was learnt of the org on the way. */
export interface OrgFacts {
  organizationId: string;
  instanceUrl: string;
  edition?: string;
  isSandbox?: boolean;
  /** Username of the integration user. */
  runningAs?: string;
}

/** The outcome of trying a connection. */
export interface OrgCheckup {
  validation: OrgValidation;
  facts?: OrgFacts;
  limits?: { used: number; max: number };
  /** What ended the checks early. */
  failure?: GatewayError;
}

/** The checks, in the order in which they are made. */
const titles = {
  login: 'Log in',
  api: 'Use the API',
  organization: 'Read the org',
  same_organization: 'The same Salesforce org as before',
  connected_once: 'Connected once',
  integration_user: 'Integration user',
  permission_view: 'See users, licences and setup',
  permission_manage_users: 'Create, change, deactivate and reactivate users',
  permission_freeze: 'Freeze and unfreeze users',
  permission_reset_password: 'Reset passwords',
  permission_assign: 'Assign permission sets',
  permission_roles: 'Create and delete roles',
  permission_sets: 'Create and delete permission sets and their groups',
  permission_sessions:
    'End sessions and revoke tokens; change groups and queues',
  limits: 'API calls left',
} as const;

/** Id of a check. */
export type CheckId = keyof typeof titles;

/** Said only where there is something to say. */
const onlyIfWrong: ReadonlySet<CheckId> = new Set([
  'same_organization',
  'connected_once',
]);

/** Collects checks; those that were never reached are shown as skipped. */
export class ValidationReport {
  readonly #checks = new Map<CheckId, Check>();
  facts: OrgFacts | undefined;
  limits: { used: number; max: number } | undefined;
  #failure: GatewayError | undefined;
  readonly #needed: ReadonlySet<string>;

  /** Ids of the checks of permissions that are made; the others are not shown. */
  constructor(options: { needed: string[] }) {
    this.#needed = new Set(options.needed);
  }

  passed(id: CheckId, message: string): void {
    this.#set(id, { state: 'passed', message });
  }

  warn(id: CheckId, check: Omit<Check, 'id' | 'title' | 'state'>): void {
    this.#set(id, { state: 'warning', ...check });
  }

  /** What Salesforce did not refuse, and is refused all the same. */
  refuse(id: CheckId, check: Omit<Check, 'id' | 'title' | 'state'>): void {
    this.#set(id, { state: 'failed', ...check });
  }

  fail(
    id: CheckId,
    failure: GatewayError,
    diagnosis: { cause: string; fix: string },
  ): void {
    this.#failure = failure;
    const details = [failure.salesforceCode, failure.details]
      .filter(Boolean)
      .join(': ');
    this.#set(id, {
      state: 'failed',
      message: failure.message,
      ...diagnosis,
      ...(details ? { details } : {}),
    });
  }

  #set(id: CheckId, check: Omit<Check, 'id' | 'title'>): void {
    this.#checks.set(id, { id, title: titles[id], ...check });
  }

  finish(): OrgCheckup {
    const shown = (Object.keys(titles) as CheckId[]).filter(
      id =>
        this.#checks.has(id) ||
        (id.startsWith('permission_')
          ? this.#needed.has(id)
          : !onlyIfWrong.has(id)),
    );
    const checks = shown.map(
      (id): Check =>
        this.#checks.get(id) ?? {
          id,
          title: titles[id],
          state: 'skipped',
          message: 'Not checked, because an earlier check failed',
        },
    );
    return {
      facts: this.facts,
      limits: this.limits,
      failure: this.#failure,
      validation: {
        ok: checks.every(
          ({ state }) => state === 'passed' || state === 'warning',
        ),
        checks,
        ...(this.facts
          ? {
              organizationId: this.facts.organizationId,
              instanceUrl: this.facts.instanceUrl,
            }
          : {}),
        ...(this.facts?.runningAs ? { runningAs: this.facts.runningAs } : {}),
      },
    };
  }
}
