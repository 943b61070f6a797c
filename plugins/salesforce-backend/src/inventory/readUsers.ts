import {
  soql,
  type SalesforceReader,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { longestList } from '../gateway';
import { readAllPages } from '../gateway/readAllPages';
import {
  conditionsFor,
  matchKeysOf,
  userKeysOf,
  type UserKey,
} from '../people';
import type { AskedReference } from './askedReferences';
import { followGroups, groupsAmong } from './nestedGroups';
import { recordQuery, type PickerRow } from './recordPickers';
import { userCondition } from './userCondition';
import type { UserFinder } from './UserFinder';
import { groupNamed, userSets } from './userSets';
import type { UserTable } from './UserTable';

/** The most users that one request acts on. */
export const maximumUsers = 10_000;

interface Reading {
  reader: SalesforceReader;
  finder: UserFinder;
  asked: AskedReference[];
  table: UserTable;
  orgId: string;
  byEmail: boolean;
  setsInclude: 'active' | 'all';
  withLogins: boolean;
}

/**
 * Reads the users of all references. What can be asked without knowing an
 * answer is asked at the same time, which is one call for the usual request.
 */
export async function readUsers(reading: Reading): Promise<void> {
  const { asked, finder, table, withLogins } = reading;
  const keys = asked.flatMap(item => keysOf(item, reading));
  const direct = conditionsFor({ keys, longest: longestList });
  const sets = asked.filter(({ parsed }) =>
    ['set', 'condition'].includes(parsed.kind),
  );
  await Promise.all([
    ...direct.map(async where =>
      table.add(await finder.users(where, maximumUsers)),
    ),
    ...sets.map(item => readSet(item, reading)),
    withLogins
      ? Promise.all(
          direct.map(async where =>
            table.addLogins(await finder.loginsWhere(where)),
          ),
        )
      : finder.frozenLogins().then(logins => table.addLogins(logins)),
  ]);
  const hasMore = await readByEmail(reading);
  if (withLogins && (hasMore || sets.length > 0)) {
    const missing = table.rows.filter(({ Id }) => !table.loginOf(Id));
    if (missing.length > 0) {
      table.addLogins(await finder.loginsOf(missing.map(({ Id }) => Id)));
    }
  }
}

/** What to compare fields of User with, for a reference that names users. */
function keysOf(item: AskedReference, reading: Reading): UserKey[] {
  const { parsed, people } = item;
  switch (parsed.kind) {
    case 'id':
      return [{ field: 'Id', value: parsed.id }];
    case 'address':
      return [{ field: 'Username', value: parsed.address }];
    case 'name':
      return [{ field: 'Name', value: parsed.name }];
    default:
      return people.flatMap(person =>
        userKeysOf(matchKeysOf({ person, ...reading })),
      );
  }
}

/** Addresses that are nobody's username may be somebody's e-mail address. */
async function readByEmail(reading: Reading): Promise<boolean> {
  const { asked, finder, table } = reading;
  const addresses = asked.flatMap(({ parsed }) =>
    parsed.kind === 'address' &&
    table.where('Username', parsed.address).length === 0
      ? [parsed.address]
      : [],
  );
  const conditions = conditionsFor({
    keys: addresses.map(value => ({ field: 'Email', value })),
    longest: longestList,
  });
  await Promise.all(
    conditions.map(async where =>
      table.add(await finder.users(where, maximumUsers)),
    ),
  );
  return conditions.length > 0;
}

async function readSet(item: AskedReference, reading: Reading): Promise<void> {
  const { parsed, path } = item;
  const { finder, table } = reading;
  if (parsed.kind === 'condition') {
    const where = inSet(userCondition(parsed.text), reading);
    table.addToSet(path, await finder.users(where, maximumUsers));
  } else if (parsed.kind === 'set') {
    const { users, picker } = userSets[parsed.set];
    const [rows] = await Promise.all([
      finder.users(inSet(users(parsed.name), reading), maximumUsers),
      parsed.set === 'public-group'
        ? readGroup(item, parsed.name, reading)
        : reading.reader
            .query<PickerRow>(recordQuery(picker, parsed.name))
            .then(({ records }) => table.noteSets(path, records)),
    ]);
    table.addToSet(path, rows);
  }
}

/** Users in a set: people, and active ones unless all are wanted. */
function inSet(condition: SoqlCondition, reading: Reading): SoqlCondition {
  return soql.and(
    condition,
    soql.eq('UserType', 'Standard'),
    ...(reading.setsInclude === 'all' ? [] : [soql.eq('IsActive', true)]),
  );
}

/** The groups of a name, and who is in them by way of other groups. */
async function readGroup(
  item: AskedReference,
  name: string,
  reading: Reading,
): Promise<void> {
  const { reader, finder, table } = reading;
  const members = await readAllPages<MemberRow>({
    reader,
    query: soql.select({
      from: 'GroupMember',
      fields: [
        'UserOrGroupId',
        'GroupId',
        'Group.Name',
        'Group.DeveloperName',
        'Group.Type',
      ],
      where: groupNamed(name),
    }),
  });
  const groups = new Map(
    members.map(({ GroupId, Group }) => [
      GroupId,
      {
        Id: GroupId,
        Name: Group?.Name,
        DeveloperName: Group?.DeveloperName,
        Type: Group?.Type,
      },
    ]),
  );
  if (groups.size === 0) {
    // no member: it may be empty, or not be there
    const { records } = await reader.query<PickerRow>(
      recordQuery('group', name),
    );
    table.noteSets(item.path, records);
    return;
  }
  table.noteSets(item.path, [...groups.values()]);
  const { conditions, unreadable } = await followGroups({
    reader,
    groupIds: groupsAmong(members),
  });
  table.noteUnreadable(item.path, unreadable);
  for (const condition of conditions) {
    table.addToSet(
      item.path,
      await finder.users(inSet(condition, reading), maximumUsers),
    );
  }
}

interface MemberRow {
  UserOrGroupId: string;
  GroupId: string;
  Group: { Name: string; DeveloperName: string; Type: string } | null;
}
