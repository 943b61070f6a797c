import { salesforcePolicyManagePermission } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Caller } from '../permissions/Caller';
import type { Callers } from '../permissions/Callers';
import type { PolicyService } from './PolicyService';

/** Stands around the policy service: policies are for those who manage them. */
export class AuthorizedPolicyService implements PolicyService {
  readonly #inner: PolicyService;
  readonly #callers: Callers;

  static create(options: {
    inner: PolicyService;
    callers: Callers;
  }): AuthorizedPolicyService {
    return new AuthorizedPolicyService(options);
  }

  private constructor(options: { inner: PolicyService; callers: Callers }) {
    this.#inner = options.inner;
    this.#callers = options.callers;
  }

  list: PolicyService['list'] = async options => {
    await this.#demand(options.caller);
    return this.#inner.list(options);
  };

  get: PolicyService['get'] = async (input, options) => {
    await this.#demand(options.caller);
    return this.#inner.get(input, options);
  };

  set: PolicyService['set'] = async (input, options) => {
    await this.#demand(options.caller);
    return this.#inner.set(input, options);
  };

  reset: PolicyService['reset'] = async (input, options) => {
    await this.#demand(options.caller);
    return this.#inner.reset(input, options);
  };

  listVersions: PolicyService['listVersions'] = async (input, options) => {
    await this.#demand(options.caller);
    return this.#inner.listVersions(input, options);
  };

  evaluate: PolicyService['evaluate'] = async (input, options) => {
    await this.#demand(options.caller);
    return this.#inner.evaluate(input, options);
  };

  replay: PolicyService['replay'] = async (input, options) => {
    await this.#demand(options.caller);
    return this.#inner.replay(input, options);
  };

  async #demand(caller: Caller): Promise<void> {
    await this.#callers.demand(
      salesforcePolicyManagePermission,
      caller.credentials,
    );
  }
}
