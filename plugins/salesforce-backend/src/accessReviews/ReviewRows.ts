import {
  SalesdeskError,
  type BoardDefinition,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { AccessReviewItemRow } from '../database/tables';
import type { InventoryReader } from '../inventory';
import type { PersonService } from '../people';

/** Who reviews a row, and who does where that cannot be told. */
export interface Reviewers {
  by: 'manager' | 'org_owner' | 'named';
  /** The one who is named, or who reviews where there is nobody else. */
  ref: string;
  orgOwners: string[];
}

/** Rows as they were when the review began, with who reviews each. */
export interface RowsToReview {
  columns: string[];
  items: Array<Omit<AccessReviewItemRow, 'review_id'>>;
}

interface NeededFields {
  /** Where the Salesforce user of a row stands; the record itself where left out. */
  user?: string;
  person: string;
  manager: string;
  /** What would be taken, by kind, and how an input names it. */
  access: Record<string, string>;
}

function ofUser(access: Record<string, string>, user = 'userId'): NeededFields {
  return {
    user,
    person: 'user.personRef',
    manager: 'user.manager.personRef',
    access,
  };
}

/** What is needed of a row beside what is shown, by object. */
const neededFields: Record<string, NeededFields> = {
  User: { person: 'personRef', manager: 'manager.personRef', access: {} },
  // an assignment is of one of these, and the first that is there says of which
  PermissionSetAssignment: ofUser({
    profile: 'permissionSet.profile.name',
    permission_set_group: 'group.developerName',
    permission_set: 'permissionSet.name',
  }),
  PermissionSetLicenseAssign: ofUser({
    permission_set_license: 'license.developerName',
  }),
  UserPackageLicense: ofUser({ package_license: 'license.namespace' }),
  GroupMember: ofUser({ group: 'group.developerName' }, 'memberId'),
  OauthToken: ofUser({ app: 'app' }),
  AuthSession: ofUser({ session: 'id' }),
};

const rowsPerRead = 500;
/** Nobody decides about more than that with care. */
const mostRows = 5000;

/** Reads the rows that are to be reviewed, and finds a reviewer for each. */
export class ReviewRows {
  readonly #inventory: Pick<InventoryReader, 'query'>;
  readonly #persons: Pick<PersonService, 'managerOf'>;
  readonly #isThere: (ref: string) => Promise<boolean>;

  static create(options: {
    inventory: Pick<InventoryReader, 'query'>;
    persons: Pick<PersonService, 'managerOf'>;
    /** Whether the catalog has this person or group. */
    isThere(ref: string): Promise<boolean>;
  }): ReviewRows {
    return new ReviewRows(options);
  }

  private constructor(options: {
    inventory: Pick<InventoryReader, 'query'>;
    persons: Pick<PersonService, 'managerOf'>;
    isThere(ref: string): Promise<boolean>;
  }) {
    this.#inventory = options.inventory;
    this.#persons = options.persons;
    this.#isThere = options.isThere;
  }

  /** Throws InputError for no rows, too many, and those of nobody's access. */
  async read(options: {
    orgId: string;
    definition: BoardDefinition;
    ids?: string[];
    reviewers: Reviewers;
  }): Promise<RowsToReview> {
    const { orgId, definition, ids, reviewers } = options;
    const needed = neededFields[definition.object];
    if (!needed) {
      throw refusal(
        'Its rows are nobody’s access: review Salesforce users, assignments, licences, memberships or tokens',
      );
    }
    const extra = [
      ...(needed.user ? [needed.user] : []),
      needed.person,
      needed.manager,
      ...Object.values(needed.access),
    ];
    const shown = definition.columns.length;
    const items: RowsToReview['items'] = [];
    let columns: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#inventory.query({
        orgId,
        body: {
          object: definition.object,
          fields: [...definition.columns, ...extra],
          filters: definition.filters,
          sort: definition.sort,
          ids,
          cursor,
          limit: rowsPerRead,
        },
      });
      columns = page.columns.slice(0, shown).map(({ label }) => label);
      for (const { id, target, values } of page.items) {
        const valueOf = (field: string) => {
          const found = values[shown + extra.indexOf(field)];
          return typeof found === 'string' && found !== '' ? found : null;
        };
        const personRef = valueOf(needed.person);
        const held = Object.entries(needed.access).find(
          ([, field]) => valueOf(field) !== null,
        );
        items.push({
          position: items.length + 1,
          record_id: id,
          user_id: needed.user ? valueOf(needed.user) : id,
          target: target ?? null,
          person_ref: personRef,
          access_kind: held ? held[0] : null,
          access: held ? valueOf(held[1]) : null,
          shown: JSON.stringify(values.slice(0, shown)),
          reviewer_ref: await this.#reviewerOf({
            personRef,
            managerRef: valueOf(needed.manager),
            reviewers,
          }),
          decision: 'pending',
          comment: null,
          decided_by: null,
          decided_at: null,
          request_id: null,
          problem: null,
          gone_at: null,
          revocation: null,
        });
      }
      if (items.length > mostRows) {
        throw refusal(
          `More than ${mostRows} rows: choose fewer, or narrow the board`,
        );
      }
      cursor = page.nextCursor;
    } while (cursor);
    if (items.length === 0) throw refusal('There are no rows to review');
    return { columns, items };
  }

  /**
   * Nobody is asked about themselves as long as there is somebody else, and
   * nobody who has left: who is still written down as a manager may be gone.
   */
  async #reviewerOf(options: {
    personRef: string | null;
    managerRef: string | null;
    reviewers: Reviewers;
  }): Promise<string> {
    const { personRef, managerRef, reviewers } = options;
    const { by, ref, orgOwners } = reviewers;
    const candidates =
      by === 'manager'
        ? [
            personRef ? await this.#persons.managerOf(personRef) : undefined,
            managerRef,
            ref,
            ...orgOwners,
          ]
        : [...(by === 'org_owner' ? orgOwners : []), ref, ...orgOwners];
    for (const candidate of candidates) {
      if (!candidate || candidate === personRef) continue;
      if (await this.#isThere(candidate)) return candidate;
    }
    return ref;
  }
}

function refusal(message: string): SalesdeskError {
  return new SalesdeskError('InputError', message, { code: 'invalid_input' });
}
