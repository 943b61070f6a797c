import {
  soql,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { isRecordId } from '../gateway';
import type { MatchKeys } from './matchUsers';

/** A comparison of a field of User with one value; they are joined by OR. */
export interface UserKey {
  field: 'Id' | 'Username' | 'FederationIdentifier' | 'Email' | 'Name';
  value: string;
}

/** What to compare so that every candidate for these keys is found. */
export function userKeysOf(keys: MatchKeys): UserKey[] {
  const { explicit, federationId, username, email } = keys;
  if (explicit) {
    if ('username' in explicit) {
      return [{ field: 'Username', value: explicit.username }];
    }
    // a slip in an annotation must not break the query of everyone else
    return isRecordId(explicit.id) ? [{ field: 'Id', value: explicit.id }] : [];
  }
  return [
    { field: 'FederationIdentifier', value: federationId },
    ...(username ? [{ field: 'Username' as const, value: username }] : []),
    ...(email ? [{ field: 'Email' as const, value: email }] : []),
  ];
}

/**
 * Conditions that find the users of all keys, each of them short enough for
 * one query. A federation id may be anything, so only people are looked at:
 * built-in users of Salesforce are never anybody's.
 */
export function conditionsFor(options: {
  keys: UserKey[];
  /** Characters of values in one condition, when written into a URL. */
  longest: number;
}): SoqlCondition[] {
  const conditions: SoqlCondition[] = [];
  let lists = new Map<UserKey['field'], Set<string>>();
  let length = 0;
  const finish = () => {
    if (lists.size > 0) {
      conditions.push(
        soql.or(
          ...[...lists].map(([field, values]) =>
            soql.inList(field, [...values]),
          ),
        ),
      );
    }
    lists = new Map();
    length = 0;
  };
  for (const { field, value } of options.keys) {
    const cost = encodeURIComponent(value).length + 8;
    if (length + cost > options.longest) finish();
    const values = lists.get(field) ?? new Set();
    if (!values.has(value)) {
      values.add(value);
      lists.set(field, values);
      length += cost;
    }
  }
  finish();
  return conditions;
}
