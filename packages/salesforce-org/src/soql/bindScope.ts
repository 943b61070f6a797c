import type { RowTest } from './bindCondition';
import type { Scope } from './bindPath';
import type { QuerySession } from './QuerySession';
import type { Word } from './syntaxTree';

/** USING SCOPE: whose rows, beyond what WHERE says. */
export function bindScope(
  session: QuerySession,
  { object }: Scope,
  word: Word,
): RowTest | undefined {
  const scope = word.text.toLowerCase();
  const owned = object.field('OwnerId') !== undefined;
  const { userId } = session.ctx;
  if (scope === 'everything') return undefined;
  if (scope === 'mine' && owned) return row => row.OwnerId === userId;
  if (scope === 'mine_and_my_groups' && owned) {
    const memberships = session.org.store.findBy(
      'GroupMember',
      'UserOrGroupId',
      userId,
    );
    const owners = new Set([userId, ...memberships.map(row => row.GroupId)]);
    return row => owners.has(row.OwnerId ?? null);
  }
  throw session.errorAt(
    word.offset,
    'MALFORMED_QUERY',
    `Filter scope '${word.text}' is not supported for ${object.name}`,
  );
}
