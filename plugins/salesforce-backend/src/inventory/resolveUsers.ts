import {
  type ResolvedUser,
  type SoqlField,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { BatchingReader } from '../gateway';
import type { PersonService } from '../people';
import { askReferences } from './askedReferences';
import { closest, plain } from './closest';
import { matchReferences, optionOf, type UnknownUser } from './matchReferences';
import { NamingProblems } from './NamingProblems';
import { maximumUsers, readUsers } from './readUsers';
import { UserFinder } from './UserFinder';
import { toResolvedUser, type UserRow } from './userRows';
import { UserTable } from './UserTable';

/** What users are resolved with, and for whom. */
export interface UserResolution {
  reader: BatchingReader;
  people: PersonService;
  orgId: string;
  requesterRef: string;
  byEmail: boolean;
  urlOf(userId: string): string;
}

/** Suggestions are looked for this many unknown names at most. */
const mostSuggested = 20;

/**
 * Users for references, each once, in the order named; those of a set by name.
 * Throws one InputError for everything that is unknown or ambiguous.
 */
export async function resolveUsers(
  resolution: UserResolution,
  question: {
    references: Array<{ path: string; reference: string }>;
    setsInclude: 'active' | 'all';
    alsoRead: SoqlField[];
    withLogins: boolean;
  },
): Promise<ResolvedUser[]> {
  const { reader, people, requesterRef } = resolution;
  const problems = new NamingProblems();
  const asked = await reader.holdWhile(() =>
    askReferences({
      references: question.references,
      requesterRef,
      people,
      problems,
    }),
  );
  problems.throwIfAny();

  const table = new UserTable();
  const finder = new UserFinder({ reader, alsoRead: question.alsoRead });
  await readUsers({ ...resolution, ...question, finder, asked, table });
  const owners = asked.some(item => item.people.length > 0)
    ? await personsOf({ ...resolution, rows: table.rows })
    : new Map<string, string>();
  const { users, unknown } = matchReferences({
    owners,
    ...resolution,
    asked,
    table,
    problems,
  });
  await suggest({ finder, unknown, table, problems });
  if (users.length > maximumUsers) {
    problems.invalid({
      path: question.references[0].path,
      message: `These are ${users.length} users; a request acts on at most ${maximumUsers}`,
    });
  }
  problems.throwIfAny();
  return withPersons({ resolution, users, table });
}

/** Says of each unknown name which users come closest to it. */
async function suggest(options: {
  finder: UserFinder;
  unknown: UnknownUser[];
  table: UserTable;
  problems: NamingProblems;
}): Promise<void> {
  const { finder, unknown, table, problems } = options;
  if (unknown.length === 0) return;
  const rows = await finder.similar(
    unknown.slice(0, mostSuggested).map(({ reference }) => reference),
  );
  for (const item of unknown) {
    const words = item.reference.split('@')[0];
    const similar = closest({
      words,
      items: rows,
      nameOf: row => row.Name,
      limit: 8,
    });
    const candidates = similar.map(row => optionOf(row, table));
    const meant = similar.filter(row => beginsLike(row, words));
    if (meant.length > 1 && !item.reference.includes('@')) {
      problems.ambiguous({
        ...item,
        what: 'Salesforce user',
        candidates: meant.map(row => optionOf(row, table)),
      });
    } else {
      problems.unknown({ ...item, what: 'Salesforce user', candidates });
    }
  }
}

/** "Alex" is the beginning of a name of Alex Kim and of Alexandra Petrova. */
function beginsLike(row: UserRow, words: string): boolean {
  return ` ${plain(row.Name)}`.includes(` ${plain(words)}`);
}

async function withPersons(options: {
  resolution: UserResolution;
  users: UserRow[];
  table: UserTable;
}): Promise<ResolvedUser[]> {
  const { resolution, users, table } = options;
  const { people, orgId, urlOf } = resolution;
  const persons = await personsOf({ people, orgId, rows: users });
  return users.map(row =>
    toResolvedUser({
      row,
      login: table.loginOf(row.Id),
      personRef: persons.get(row.Id),
      url: urlOf(row.Id),
    }),
  );
}

function personsOf(options: {
  people: UserResolution['people'];
  orgId: string;
  rows: UserRow[];
}): Promise<Map<string, string>> {
  const { people, orgId, rows } = options;
  return people.personsOfUsers({
    orgId,
    users: rows.map(row => ({
      id: row.Id,
      username: row.Username,
      email: row.Email ?? '',
      federationId: row.FederationIdentifier,
    })),
  });
}
