import { offboardUser as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  type ActionContext,
  type ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { countByUser } from '../countByUser';
import {
  administratorFields,
  lastAdministrator,
  withoutProtected,
} from '../lockout';
import { requireReaders } from '../requireReaders';
import { readTokens } from '../revokeOauthToken';
import { countsOf } from '../transferParts';
import { namesOf } from '../words';
import { ifVisible } from './ifVisible';
import {
  offboardingChanges,
  type OffboardingFacts,
} from './offboardingChanges';
import { readBelongings } from './readBelongings';
import { holdingChildren, readOtherHoldings } from './readHoldings';
import { readReferences, unseenReferences } from './references';
import { managerFields, successorsOf } from './successors';

/**
 * Leaving, as one request. Freezing comes first, because it is always possible
 * and stops the user at once; deactivating comes last, and waits for all that
 * came before it. In between Salesforce is asked whether it will deactivate:
 * no API shows all that may stand in the way. If it will not, the rest is done
 * all the same, the user stays frozen, and an admin is told what to clear.
 */
export const offboardUser = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver } = context;
    const [named, successor] = await Promise.all([
      resolver.users({
        path: 'users',
        references: input.users,
        alsoRead: [
          ...administratorFields,
          ...managerFields,
          ...holdingChildren,
        ],
        withLogins: true,
      }),
      input.transferTo === undefined
        ? undefined
        : resolver.user({ path: 'transferTo', reference: input.transferTo }),
    ]);
    const { users, leftOut } = withoutProtected({
      users: named,
      context,
      path: 'users',
      builtIn: true,
    });
    const facts = await readFacts({ context, users, records: input.records });
    const administrators = await lastAdministrator({ users, context });
    const successors = successorsOf({
      users,
      named: successor,
      context,
      needed: user => {
        const owned = countsOf(facts.belongings.get(user.id) ?? []);
        if (owned) return owned;
        return facts.references.hierarchy.some(
          ({ userId }) => userId === user.id,
        )
          ? 'the place in the hierarchy'
          : undefined;
      },
    });
    await requireReaders({
      context,
      path: 'transferTo',
      transfers: [...successors].map(([id, to]) => ({
        to,
        owned: facts.belongings.get(id) ?? [],
      })),
    });
    const changes = offboardingChanges({ users, facts, successors, context });
    const concerned = new Set(
      changes.flatMap(({ by }) => (by === undefined ? [] : [by])),
    );
    for (const { id, target } of users) {
      if (!concerned.has(id)) {
        leftOut.push({ target, reason: 'Is inactive and has nothing left' });
      }
    }
    const leaving = users.filter(({ id }) => concerned.has(id));
    return {
      title: `Offboard ${namesOf(leaving)}`,
      changes: changes.map(({ change }) => change),
      leftOut,
      targets: named.map(({ target }) => target),
      warnings:
        leaving.length === 0
          ? []
          : [
              ...leaving.flatMap(user => {
                const counts = countsOf(facts.belongings.get(user.id) ?? []);
                const to = successors.get(user.id);
                return counts && to
                  ? [`${counts} of ${user.name} go to ${to.name}`]
                  : [];
              }),
              ...(successor?.isFrozen
                ? [
                    `${successor.name} is frozen and cannot log in to work on what they get`,
                  ]
                : []),
              ...(input.records === 'none' ? ['Records stay theirs'] : []),
              ...facts.references.notes,
              ...facts.unseen.map(
                what =>
                  `${what} cannot be seen by the integration user and are left as they are`,
              ),
              ...(leaving.some(({ isActive }) => isActive)
                ? [unseenReferences]
                : []),
            ],
      blockers: administrators,
    };
  },
  undo: {
    kind: 'inverse',
    note: 'Undoing activates them, gives back what was taken, in the other order, and the records that the new owner still has. Sessions and tokens do not come back',
  },
  examples: [
    {
      words: 'Offboard Marco Bianchi and give everything to Ari Cohen',
      input: { users: ['marco@acme.com'], transferTo: 'ari@acme.com' },
    },
    {
      words: 'Offboard foo.bar@acme.com, his records stay his',
      input: { users: ['foo.bar@acme.com'], records: 'none' },
    },
  ],
});

async function readFacts(options: {
  context: ActionContext;
  users: ResolvedUser[];
  records: 'all' | 'open' | 'none';
}): Promise<OffboardingFacts> {
  const { context, users, records } = options;
  const { reader } = context;
  const [sessions, tokens, others, references, belongings] = await Promise.all([
    ifVisible(
      countByUser({
        reader,
        object: 'AuthSession',
        field: 'UsersId',
        userIds: users.map(({ id }) => id),
      }),
    ),
    ifVisible(readTokens(context, users)),
    readOtherHoldings(context, users),
    readReferences(
      context,
      users.filter(({ isActive }) => isActive),
    ),
    readBelongings({
      context,
      users: records === 'none' ? [] : users,
      openOnly: records === 'open',
    }),
  ]);
  const counts = new Map<string, number>();
  for (const { UserId } of tokens ?? []) {
    counts.set(UserId, (counts.get(UserId) ?? 0) + 1);
  }
  return {
    sessions: sessions ?? new Map(),
    tokens: counts,
    others,
    references,
    belongings: belongings.owned,
    unseen: [
      ...(sessions ? [] : ['Sessions']),
      ...(tokens ? [] : ['OAuth tokens']),
      ...(belongings.unseen.length > 0
        ? [new Intl.ListFormat('en').format(belongings.unseen)]
        : []),
    ],
  };
}
