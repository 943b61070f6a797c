import {
  SalesdeskError,
  salesforceInventoryReadPermission,
  type OptionList,
  type Picker,
  type SalesforceUser,
  type SalesforceUserList,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { OptionService } from '../inventory/OptionService';
import type { SalesforceUserService } from '../people/SalesforceUserService';
import type { Caller } from './Caller';
import type { Callers } from './Callers';

/**
 * Stands around what is read of org facts. Everybody sees their own Salesforce
 * users, and whoever may ask for anything sees what there is to choose from;
 * other people's Salesforce users are for those who may look through them.
 */
export class AuthorizedInventory {
  readonly #options: OptionService;
  readonly #users: SalesforceUserService;
  readonly #callers: Callers;

  static create(services: {
    options: OptionService;
    users: SalesforceUserService;
    callers: Callers;
  }): AuthorizedInventory {
    return new AuthorizedInventory(services);
  }

  private constructor(services: {
    options: OptionService;
    users: SalesforceUserService;
    callers: Callers;
  }) {
    this.#options = services.options;
    this.#users = services.users;
    this.#callers = services.callers;
  }

  /** Choices of a picker. Throws `not_permitted` for whoever may never ask. */
  async listOptions(
    input: { orgId: string; picker: Picker; q?: string; limit?: number },
    { caller }: { caller: Caller },
  ): Promise<OptionList> {
    const looksThrough = await this.#looksThrough(caller);
    if (!looksThrough && caller.decisions.inGeneral('create') === 'no') {
      throw new SalesdeskError(
        'NotAllowedError',
        'Your role may not ask for anything in Salesforce',
        { code: 'not_permitted' },
      );
    }
    if (looksThrough || input.picker !== 'salesforce-user') {
      return this.#options.list(input);
    }
    const own = await this.#users.ofPerson({ personRef: caller.ref });
    return {
      items: own.items
        .filter(user => user.org === input.orgId && matches(user, input.q))
        .flatMap(ownOption),
      truncated: false,
    };
  }

  /** Throws NotFoundError for other people, unless the caller may look through them. */
  async salesforceUsersOf(
    input: { personRef: string },
    { caller }: { caller: Caller },
  ): Promise<SalesforceUserList> {
    const personRef = input.personRef.toLocaleLowerCase('en-US');
    if (personRef !== caller.ref && !(await this.#looksThrough(caller))) {
      throw new SalesdeskError(
        'NotFoundError',
        `There is nothing to see of '${input.personRef}'`,
        { code: 'not_found' },
      );
    }
    return this.#users.ofPerson({ personRef });
  }

  async #looksThrough(caller: Caller): Promise<boolean> {
    return this.#callers.may(
      salesforceInventoryReadPermission,
      caller.credentials,
    );
  }
}

function matches(user: SalesforceUser, q: string | undefined): boolean {
  const wanted = (q ?? '').trim().toLocaleLowerCase('en-US');
  return [user.name, user.username, user.email].some(text =>
    (text ?? '').toLocaleLowerCase('en-US').includes(wanted),
  );
}

function ownOption(user: SalesforceUser): OptionList['items'] {
  if (!user.username) return [];
  return [
    {
      value: user.username,
      label: user.name ?? user.username,
      detail: user.username,
      status: user.status,
    },
  ];
}
