import {
  salesforceOrgManagePermission,
  type Certificate,
  type CreateOrgBody,
  type Credentials,
  type LoginAppBody,
  type OrgDetail,
  type OrgLogPage,
  type OrgSummary,
  type OrgValidation,
  type PermissionSetDescription,
  type StartedLogin,
  type UpdateOrgBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { CompletedFlow } from '../oauth';
import type { OrgService } from '../orgs/OrgService';
import type { Caller } from './Caller';
import type { Callers } from './Callers';
import type { RequestScope } from './RequestDecisions';

type CountWaitingRequests = (options: {
  orgId: string;
  scope: RequestScope;
}) => Promise<number>;

/**
 * Stands around the orgs. Everybody who is signed in sees which orgs there are
 * and how they are; connections are for those who look after them.
 */
export class AuthorizedOrgService {
  readonly #inner: OrgService;
  readonly #callers: Callers;
  readonly #countWaitingRequests: CountWaitingRequests;

  static create(options: {
    inner: OrgService;
    callers: Callers;
    countWaitingRequests: CountWaitingRequests;
  }): AuthorizedOrgService {
    return new AuthorizedOrgService(options);
  }

  private constructor(options: {
    inner: OrgService;
    callers: Callers;
    countWaitingRequests: CountWaitingRequests;
  }) {
    this.#inner = options.inner;
    this.#callers = options.callers;
    this.#countWaitingRequests = options.countWaitingRequests;
  }

  async list(_options: { caller: Caller }): Promise<OrgSummary[]> {
    return this.#inner.list();
  }

  async get(input: { orgId: string }, { caller }: { caller: Caller }) {
    const org = await this.#inner.get(input);
    if (await caller.managesOrgs()) return org;
    return {
      ...withoutConnection(org),
      // A number tells of requests, too.
      waitingRequests: await this.#countWaitingRequests({
        orgId: org.id,
        scope: caller.decisions.scope('read'),
      }),
    };
  }

  async create(input: { body: CreateOrgBody }, { caller }: { caller: Caller }) {
    await this.#demand(caller);
    return this.#inner.create({ ...input, actor: caller.ref });
  }

  async update(
    input: { orgId: string; body: UpdateOrgBody },
    { caller }: { caller: Caller },
  ): Promise<OrgDetail> {
    await this.#demand(caller);
    return this.#inner.update({ ...input, actor: caller.ref });
  }

  async disconnect(
    input: { orgId: string },
    { caller }: { caller: Caller },
  ): Promise<OrgDetail> {
    await this.#demand(caller);
    return this.#inner.disconnect({ ...input, actor: caller.ref });
  }

  async startLogin(
    input: { orgId: string; body: LoginAppBody },
    { caller }: { caller: Caller },
  ): Promise<StartedLogin> {
    await this.#demand(caller);
    return this.#inner.startLogin({ ...input, actor: caller.ref });
  }

  async completeLogin(
    input: { flow: CompletedFlow },
    { caller }: { caller: Caller },
  ): Promise<OrgDetail> {
    await this.#demand(caller);
    return this.#inner.completeLogin({ ...input, actor: caller.ref });
  }

  async createKeyPair(
    input: { orgId: string },
    { caller }: { caller: Caller },
  ): Promise<Certificate> {
    await this.#demand(caller);
    return this.#inner.createKeyPair({ ...input, actor: caller.ref });
  }

  async describePermissionSet({
    caller,
  }: {
    caller: Caller;
  }): Promise<PermissionSetDescription> {
    await this.#demand(caller);
    return this.#inner.describePermissionSet();
  }

  async validate(
    input: { orgId: string },
    { caller }: { caller: Caller },
  ): Promise<OrgValidation> {
    await this.#demand(caller);
    return this.#inner.validate(input);
  }

  async validateCredentials(
    input: { credentials: Credentials; apiVersion?: string; org?: string },
    { caller }: { caller: Caller },
  ): Promise<OrgValidation> {
    await this.#demand(caller);
    return this.#inner.validateCredentials(input);
  }

  async listLog(
    input: { orgId: string; cursor?: string; limit?: number },
    { caller }: { caller: Caller },
  ): Promise<OrgLogPage> {
    await this.#demand(caller);
    return this.#inner.listLog(input);
  }

  async #demand(caller: Caller): Promise<void> {
    await this.#callers.demand(
      salesforceOrgManagePermission,
      caller.credentials,
    );
  }
}

function withoutConnection(org: OrgDetail): OrgDetail {
  const {
    credentials: _credentials,
    problem: _problem,
    callbackUrl: _callbackUrl,
    personalLogin: _personalLogin,
    certificate: _certificate,
    ...rest
  } = org;
  return { ...rest, allowedActions: [] };
}
