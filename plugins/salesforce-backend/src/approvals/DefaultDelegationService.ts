import {
  SalesdeskError,
  type CreateDelegationBody,
  type Delegation,
  type DelegationList,
  type Person,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import {
  endDelegation,
  insertDelegation,
  listDelegations,
} from '../database/operations/delegations/delegations';
import type { DelegationRow } from '../database/tables';
import type { Outbox } from '../outbox/Outbox';
import type { Caller } from '../permissions/Caller';
import type { PeopleDirectory } from '../requests/PeopleDirectory';
import type { DelegationService } from './DelegationService';
import { personRefOf } from './personRefOf';

/** Nobody hands their reviews over for good. */
const longestDays = 366;
const day = 24 * 60 * 60 * 1000;

/** Keeps delegations; each is in the audit log, and the delegate is told. */
export class DefaultDelegationService implements DelegationService {
  readonly #options: DelegationServiceOptions;

  static create(options: DelegationServiceOptions): DefaultDelegationService {
    return new DefaultDelegationService(options);
  }

  private constructor(options: DelegationServiceOptions) {
    this.#options = options;
  }

  async list({ caller }: { caller: Caller }): Promise<DelegationList> {
    const { knex, now } = this.#options;
    const at = now().toISOString();
    const [given, received] = await Promise.all([
      listDelegations({ knex, by: { person_ref: caller.ref }, now: at }),
      listDelegations({ knex, by: { delegate_ref: caller.ref }, now: at }),
    ]);
    const people = await this.#describe([...given, ...received]);
    return {
      given: given.map(row => view(row, people, at)),
      received: received.map(row => view(row, people, at)),
    };
  }

  async create(
    input: CreateDelegationBody,
    { caller }: { caller: Caller },
  ): Promise<Delegation> {
    const { knex, auditLog, outbox, now, newId } = this.#options;
    const at = now();
    const row: DelegationRow = {
      id: newId(),
      person_ref: caller.ref,
      delegate_ref: await this.#demandPerson(input.delegate, caller),
      ...periodOf(input, at),
      note: input.note?.trim() || null,
      created_at: at.toISOString(),
      ended_at: null,
    };
    const people = await this.#describe([row]);
    const name = people.get(row.person_ref)?.displayName ?? row.person_ref;
    await knex.transaction(async transaction => {
      await insertDelegation({ transaction, row });
      await auditLog.append(transaction, [
        {
          type: 'delegation.created',
          actor: caller.ref,
          summary: `Named ${
            people.get(row.delegate_ref)?.displayName ?? row.delegate_ref
          } to review in their name`,
          subjects: [row.person_ref, row.delegate_ref],
          data: {
            delegate: row.delegate_ref,
            startsAt: row.starts_at,
            endsAt: row.ends_at,
            ...(row.note ? { note: row.note } : {}),
          },
        },
      ]);
      await outbox.enqueue(transaction, [
        {
          kind: 'notification',
          recipients: [row.delegate_ref],
          title: `You review for ${name}`,
          description: `From ${row.starts_at.slice(
            0,
            10,
          )} to ${row.ends_at.slice(0, 10)}.${row.note ? ` ${row.note}` : ''}`,
          link: '/salesforce/approvals',
          severity: 'normal',
          topic: 'salesforce',
          scope: `salesforce:delegation:${row.id}`,
        },
      ]);
    });
    return view(row, people, at.toISOString());
  }

  async end(
    input: { delegationId: string },
    { caller }: { caller: Caller },
  ): Promise<void> {
    const { knex, auditLog, now } = this.#options;
    await knex.transaction(async transaction => {
      const ended = await endDelegation({
        transaction,
        id: input.delegationId,
        personRef: caller.ref,
        at: now().toISOString(),
      });
      if (ended !== 1) {
        throw new SalesdeskError(
          'NotFoundError',
          `There is no delegation '${input.delegationId}' of yours that holds`,
          { code: 'not_found' },
        );
      }
      await auditLog.append(transaction, [
        {
          type: 'delegation.ended',
          actor: caller.ref,
          summary: 'Took a delegation back',
          subjects: [caller.ref],
          data: { delegationId: input.delegationId },
        },
      ]);
    });
  }

  async #demandPerson(ref: string, caller: Caller): Promise<string> {
    const delegate = personRefOf(ref);
    if (!delegate || !(await this.#options.personExists(delegate))) {
      throw mistake('delegate', `The catalog has no person '${ref}'`);
    }
    if (delegate === caller.ref) {
      throw mistake('delegate', 'Name somebody else');
    }
    return delegate;
  }

  async #describe(
    rows: readonly DelegationRow[],
  ): Promise<Map<string, Person>> {
    return this.#options.people.describe([
      ...new Set(
        rows.flatMap(({ person_ref, delegate_ref }) => [
          person_ref,
          delegate_ref,
        ]),
      ),
    ]);
  }
}

/** What {@link DefaultDelegationService} needs. */
export interface DelegationServiceOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  people: Pick<PeopleDirectory, 'describe'>;
  personExists: (ref: string) => Promise<boolean>;
  now: () => Date;
  newId: () => string;
}

function periodOf(
  input: CreateDelegationBody,
  now: Date,
): Pick<DelegationRow, 'starts_at' | 'ends_at'> {
  const startsAt = input.startsAt ? new Date(input.startsAt) : now;
  const endsAt = new Date(input.endsAt);
  if (Number.isNaN(startsAt.getTime())) {
    throw mistake('startsAt', 'Say when it begins');
  }
  if (Number.isNaN(endsAt.getTime()) || endsAt <= startsAt || endsAt <= now) {
    throw mistake('endsAt', 'It ends after it begins, and not in the past');
  }
  if (endsAt.getTime() - startsAt.getTime() > longestDays * day) {
    throw mistake('endsAt', 'A year is the longest');
  }
  return {
    starts_at: startsAt.toISOString(),
    ends_at: endsAt.toISOString(),
  };
}

function mistake(path: string, message: string): SalesdeskError {
  return new SalesdeskError('InputError', message, {
    code: 'invalid_input',
    fields: [{ path, message, code: 'invalid_input' }],
  });
}

function view(
  row: DelegationRow,
  people: ReadonlyMap<string, Person>,
  now: string,
): Delegation {
  const person = (ref: string) => people.get(ref) ?? { ref, displayName: ref };
  return {
    id: row.id,
    person: person(row.person_ref),
    delegate: person(row.delegate_ref),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    isCurrent: row.starts_at <= now,
    ...(row.note ? { note: row.note } : {}),
  };
}
