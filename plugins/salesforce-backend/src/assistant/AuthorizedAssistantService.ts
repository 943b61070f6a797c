import { salesforceAssistantUsePermission } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Callers } from '../permissions/Callers';
import type { CallOptions } from '../requests/RequestService';
import type { AssistantService } from './AssistantService';

/** Lets those use the assistant whose role says so. */
export class AuthorizedAssistantService implements AssistantService {
  readonly #inner: AssistantService;
  readonly #callers: Callers;

  static create(options: {
    inner: AssistantService;
    callers: Callers;
  }): AuthorizedAssistantService {
    return new AuthorizedAssistantService(options);
  }

  private constructor(options: { inner: AssistantService; callers: Callers }) {
    this.#inner = options.inner;
    this.#callers = options.callers;
  }

  async describe(options: CallOptions) {
    await this.#demand(options);
    return this.#inner.describe(options);
  }

  async create(
    input: Parameters<AssistantService['create']>[0],
    options: CallOptions,
  ) {
    await this.#demand(options);
    return this.#inner.create(input, options);
  }

  async list(
    input: Parameters<AssistantService['list']>[0],
    options: CallOptions,
  ) {
    await this.#demand(options);
    return this.#inner.list(input, options);
  }

  async get(input: { conversationId: string }, options: CallOptions) {
    await this.#demand(options);
    return this.#inner.get(input, options);
  }

  async delete(input: { conversationId: string }, options: CallOptions) {
    await this.#demand(options);
    return this.#inner.delete(input, options);
  }

  async take(
    input: Parameters<AssistantService['take']>[0],
    options: CallOptions,
  ) {
    await this.#demand(options);
    return this.#inner.take(input, options);
  }

  async getTurn(
    input: Parameters<AssistantService['getTurn']>[0],
    options: CallOptions,
  ) {
    await this.#demand(options);
    return this.#inner.getTurn(input, options);
  }

  async cancel(
    input: Parameters<AssistantService['cancel']>[0],
    options: CallOptions,
  ) {
    await this.#demand(options);
    return this.#inner.cancel(input, options);
  }

  #demand({ caller }: CallOptions): Promise<void> {
    return this.#callers.demand(
      salesforceAssistantUsePermission,
      caller.credentials,
    );
  }
}
