import type {
  CompletedLogin,
  PersonalConnection,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { BrowserLogins } from '../oauth';
import type { AuthorizedOrgService } from '../permissions/AuthorizedOrgService';
import type { Caller } from '../permissions/Caller';
import type { PersonalConnections } from './PersonalConnections';

/** @see LoginService */
export interface LoginServiceOptions {
  logins: BrowserLogins;
  connections: PersonalConnections;
  /** Asks whether the person may look after orgs. */
  orgs: Pick<AuthorizedOrgService, 'completeLogin'>;
}

/**
 * The door to logins through a browser. Everybody who is signed in may connect
 * their own Salesforce user: what they can see there, Salesforce decides.
 */
export class LoginService {
  readonly #options: LoginServiceOptions;

  constructor(options: LoginServiceOptions) {
    this.#options = options;
  }

  async list({ caller }: { caller: Caller }): Promise<PersonalConnection[]> {
    return this.#options.connections.list({ personRef: caller.ref });
  }

  async start(input: { orgId: string }, { caller }: { caller: Caller }) {
    return this.#options.connections.start({
      ...input,
      personRef: caller.ref,
    });
  }

  /** Finishes whatever the person began with that state. */
  async complete(
    input: {
      state: string;
      code?: string;
      error?: string;
      errorDescription?: string;
    },
    { caller }: { caller: Caller },
  ): Promise<CompletedLogin> {
    const { logins, connections, orgs } = this.#options;
    const flow = await logins.complete({ ...input, personRef: caller.ref });
    if (flow.purpose === 'org') {
      const org = await orgs.completeLogin({ flow }, { caller });
      return { purpose: 'org', org: org.id, orgTitle: org.title };
    }
    const connection = await connections.complete({
      personRef: caller.ref,
      flow,
    });
    return {
      purpose: 'personal',
      org: connection.org,
      orgTitle: connection.orgTitle,
      connection,
    };
  }

  async disconnect(input: { orgId: string }, { caller }: { caller: Caller }) {
    return this.#options.connections.disconnect({
      ...input,
      personRef: caller.ref,
      actor: caller.ref,
    });
  }
}
