import { salesforceOrgManagePermission } from '@salesdesk/backstage-plugin-salesforce-common';
import type { PersonLinks } from '../people/PersonLinks';
import type { Caller } from './Caller';
import type { Callers } from './Callers';

/** Who is who is settled by those who look after orgs. */
export class AuthorizedPersonLinks {
  readonly #inner: PersonLinks;
  readonly #callers: Callers;

  constructor(options: { inner: PersonLinks; callers: Callers }) {
    this.#inner = options.inner;
    this.#callers = options.callers;
  }

  async list(
    input: { orgId: string; search?: string; offset: number },
    { caller }: { caller: Caller },
  ) {
    await this.#demand(caller);
    return this.#inner.list(input);
  }

  async link(
    input: {
      orgId: string;
      personRef: string;
      userId?: string;
      username?: string;
    },
    { caller }: { caller: Caller },
  ) {
    await this.#demand(caller);
    return this.#inner.link({ ...input, actor: caller.ref });
  }

  async unlink(
    input: { orgId: string; personRef: string },
    { caller }: { caller: Caller },
  ) {
    await this.#demand(caller);
    return this.#inner.unlink({ ...input, actor: caller.ref });
  }

  async refuse(
    input: { orgId: string; personRef: string; userId: string },
    { caller }: { caller: Caller },
  ) {
    await this.#demand(caller);
    return this.#inner.refuse({ ...input, actor: caller.ref });
  }

  async #demand(caller: Caller): Promise<void> {
    await this.#callers.demand(
      salesforceOrgManagePermission,
      caller.credentials,
    );
  }
}
