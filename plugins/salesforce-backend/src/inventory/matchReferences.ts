import type { Option } from '@salesdesk/backstage-plugin-salesforce-common';
import { toLongId } from '../gateway';
import { matchKeysOf, UserIndex } from '../people';
import type { AskedReference } from './askedReferences';
import type { NamingProblems } from './NamingProblems';
import { recordPickers, valueOf, type PickerRow } from './recordPickers';
import { toUserOption, type UserRow } from './userRows';
import { userSets } from './userSets';
import type { UserTable } from './UserTable';

/** A reference to one user that nobody has. */
export interface UnknownUser {
  path: string;
  reference: string;
}

/** Who is meant, as far as it is clear. */
export interface Matching {
  users: UserRow[];
  /** For these the closest names are still to be looked for. */
  unknown: UnknownUser[];
}

/**
 * Decides for each reference which of the users that were read it means: one
 * for a name, all for a set. What means several is a problem, never a guess.
 */
export function matchReferences(options: {
  asked: AskedReference[];
  table: UserTable;
  orgId: string;
  byEmail: boolean;
  problems: NamingProblems;
  /** Whose each user is, by id: needed where people are asked for. */
  owners: ReadonlyMap<string, string>;
}): Matching {
  const { asked, table, orgId, byEmail, problems, owners } = options;
  const users = new Map<string, UserRow>();
  const unknown: UnknownUser[] = [];
  const index = new UserIndex(
    table.rows.map(row => ({
      row,
      id: row.Id,
      username: row.Username,
      email: row.Email ?? '',
      federationId: row.FederationIdentifier,
    })),
  );
  const take = (rows: UserRow[]) => rows.forEach(row => users.set(row.Id, row));
  const takeOne = (item: AskedReference, rows: UserRow[]) => {
    if (rows.length === 1) take(rows);
    else if (rows.length === 0) unknown.push(item);
    else {
      problems.ambiguous({
        ...item,
        what: 'Salesforce user',
        candidates: rows.map(row => optionOf(row, table)),
      });
    }
  };

  for (const item of asked) {
    const { parsed, path, people } = item;
    switch (parsed.kind) {
      case 'id':
        takeOne(item, table.withId(toLongId(parsed.id)));
        break;
      case 'address': {
        const named = table.where('Username', parsed.address);
        takeOne(
          item,
          named.length > 0 ? named : table.where('Email', parsed.address),
        );
        break;
      }
      case 'name':
        takeOne(item, table.where('Name', parsed.name));
        break;
      case 'person':
      case 'catalog_group':
        for (const person of people) {
          const found = index.choose(matchKeysOf({ person, orgId, byEmail }));
          if (found && owners.get(found.id) === person.ref) take([found.row]);
          else if (parsed.kind === 'person') {
            problems.unknown({
              ...item,
              reference: person.displayName,
              what: 'Salesforce user of the person',
            });
          }
        }
        break;
      case 'condition':
        take(table.membersAt(path));
        break;
      default:
        if (isOneSet(item, table, problems)) take(table.membersAt(path));
    }
  }
  return { users: [...users.values()], unknown };
}

function isOneSet(
  item: AskedReference,
  table: UserTable,
  problems: NamingProblems,
): boolean {
  const { parsed, path } = item;
  if (parsed.kind !== 'set') return false;
  const { picker } = userSets[parsed.set];
  const sets = table.setsAt(path);
  const what = recordPickers[picker].title;
  if (sets.length === 0) {
    problems.unknown({ path, reference: parsed.name, what });
  } else if (sets.length > 1) {
    problems.ambiguous({
      path,
      reference: parsed.name,
      what,
      candidates: sets.map(row => setOption(parsed.set, row)),
    });
  }
  const unreadable = table.unreadableAt(path);
  if (unreadable.length > 0) {
    problems.invalid({
      path,
      message: `The members of '${
        parsed.name
      }' cannot be listed: it holds ${unreadable.join(', ')}`,
    });
  }
  return sets.length === 1 && unreadable.length === 0;
}

/** A set as a choice: the whole reference, so that it can be put in as it is. */
function setOption(prefix: string, row: PickerRow): Option {
  const { picker } = userSets[prefix as keyof typeof userSets];
  const definition = recordPickers[picker];
  const detail = definition.detail(row);
  return {
    value: `${prefix}:${valueOf(picker, row)}`,
    label: String(row[definition.names[0]]),
    ...(detail ? { detail } : {}),
  };
}

export function optionOf(row: UserRow, table: UserTable): Option {
  return toUserOption(row, table.loginOf(row.Id)?.IsFrozen ?? false);
}
