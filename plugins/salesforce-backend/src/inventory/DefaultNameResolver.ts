import type {
  FieldError,
  Option,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  NameResolver,
  ResolvedRecord,
  ResolvedUser,
  SoqlField,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { closest, plain } from './closest';
import { NamingProblems, throwFieldErrors } from './NamingProblems';
import { findValue, titleOf, valuesOf, type ValuePicker } from './picklists';
import {
  choicesQuery,
  recordPickers,
  recordQuery,
  valueOf,
  type PickerRow,
  type RecordPicker,
} from './recordPickers';
import { resolveUsers, type UserResolution } from './resolveUsers';

/**
 * Resolves names by asking Salesforce, every time: what a request acts on is
 * never taken from a copy. Questions that are asked at the same time share an
 * API call (see `BatchingReader`).
 */
export class DefaultNameResolver implements NameResolver {
  readonly #resolution: UserResolution;

  static create(options: UserResolution): DefaultNameResolver {
    return new DefaultNameResolver(options);
  }

  private constructor(resolution: UserResolution) {
    this.#resolution = resolution;
  }

  async users(options: {
    path: string;
    references: string[];
    setsInclude?: 'active' | 'all';
    alsoRead?: SoqlField[];
    withLogins?: boolean;
  }): Promise<ResolvedUser[]> {
    const { path, references } = options;
    return resolveUsers(this.#resolution, {
      references: references.map((reference, position) => ({
        path: `${path}.${position}`,
        reference,
      })),
      setsInclude: options.setsInclude ?? 'active',
      alsoRead: options.alsoRead ?? [],
      withLogins: options.withLogins ?? false,
    });
  }

  async user(options: {
    path: string;
    reference: string;
    alsoRead?: SoqlField[];
    withLogins?: boolean;
  }): Promise<ResolvedUser> {
    const { path, reference } = options;
    const users = await resolveUsers(this.#resolution, {
      references: [{ path, reference }],
      setsInclude: 'active',
      alsoRead: options.alsoRead ?? [],
      withLogins: options.withLogins ?? false,
    });
    if (users.length === 1) return users[0];
    return this.refuse([
      {
        path,
        code: users.length > 1 ? 'ambiguous_name' : 'unknown_name',
        message:
          users.length > 1
            ? `'${reference}' stands for ${users.length} users; name one`
            : `'${reference}' stands for no user`,
      },
    ]);
  }

  async record(options: {
    path: string;
    picker: RecordPicker;
    reference: string;
  }): Promise<ResolvedRecord> {
    const { path, picker, reference } = options;
    const { reader } = this.#resolution;
    const { records } = await reader.query<PickerRow>(
      recordQuery(picker, reference.trim().normalize('NFC')),
    );
    const definition = recordPickers[picker];
    if (records.length === 1) {
      const [row] = records;
      const { names } = definition;
      return {
        id: row.Id,
        label: String(row[names[0]]),
        name: String(row[names[names.length - 1]]),
        fields: row,
      };
    }
    const problems = new NamingProblems();
    const problem = { path, reference, what: definition.title };
    if (records.length > 1) {
      problems.ambiguous({
        ...problem,
        candidates: records.map(row => toRecordOption(picker, row)),
      });
    } else {
      const similar = await this.#similar(picker, reference);
      const meant = similar.filter(({ label }) => holds(label, reference));
      if (meant.length > 1) {
        problems.ambiguous({ ...problem, candidates: meant });
      } else {
        problems.unknown({ ...problem, candidates: similar });
      }
    }
    problems.throwIfAny();
    throw new Error('A problem was noted and not thrown');
  }

  async value(options: {
    path: string;
    picker: ValuePicker;
    reference: string;
  }): Promise<string> {
    const { path, picker, reference } = options;
    const values = valuesOf(
      picker,
      await this.#resolution.reader.describe('User'),
    );
    const found = findValue({ picker, reference, values });
    if (found) return found;
    const problems = new NamingProblems();
    problems.unknown({
      path,
      what: titleOf(picker),
      reference,
      candidates: closest({
        words: reference,
        items: values,
        nameOf: ({ label, value }) => `${label} ${value}`,
      }),
    });
    problems.throwIfAny();
    throw new Error('A problem was noted and not thrown');
  }

  async person(user: {
    username: string;
    email: string;
    federationId: string | null;
  }): Promise<{ ref: string; displayName: string } | undefined> {
    const { people, orgId, reader } = this.#resolution;
    return reader.holdWhile(async () => {
      const id = 'new';
      const persons = await people.personsOfUsers({
        orgId,
        users: [{ id, ...user }],
      });
      const ref = persons.get(id);
      const person = ref && (await people.find(ref));
      return person
        ? { ref: person.ref, displayName: person.displayName }
        : undefined;
    });
  }

  refuse(errors: FieldError[]): never {
    throwFieldErrors(errors);
  }

  async #similar(picker: RecordPicker, reference: string): Promise<Option[]> {
    const rows = await this.#resolution.reader.queryAll<PickerRow>(
      choicesQuery(picker),
    );
    const [label] = recordPickers[picker].names;
    return closest({
      words: reference,
      items: rows,
      nameOf: row => String(row[label]),
    }).map(row => toRecordOption(picker, row));
  }
}

/** "Einstein" is a part of the names of several permission sets. */
function holds(label: string, words: string): boolean {
  return ` ${plain(label)}`.includes(` ${plain(words)}`);
}

/** A record as a choice. */
export function toRecordOption(picker: RecordPicker, row: PickerRow): Option {
  const definition = recordPickers[picker];
  const detail = definition.detail(row);
  const status = definition.status?.(row);
  return {
    value: valueOf(picker, row),
    label: String(row[definition.names[0]]),
    ...(detail ? { detail } : {}),
    ...(status ? { status } : {}),
  };
}
