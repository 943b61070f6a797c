import type {
  ActionContext,
  PlannedChange,
  ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { flag, updateOfLogin, updateOfUser } from '../planParts';
import { revocationOfTokens } from '../revokeOauthToken';
import { endOfSessions } from '../revokeSessions';
import {
  transferChanges,
  type OwnedRecords,
  type Owner,
} from '../transferParts';
import { removalsOf, type OtherHoldings } from './readHoldings';
import { replacement, type References } from './references';

/** Everything that was read of users who leave. */
export interface OffboardingFacts {
  sessions: ReadonlyMap<string, number>;
  tokens: ReadonlyMap<string, number>;
  others: OtherHoldings;
  references: References;
  belongings: ReadonlyMap<string, OwnedRecords[]>;
  /** What could not be read, in words. */
  unseen: string[];
}

/** A change, and on whose behalf it is made. */
export interface OffboardingChange {
  change: PlannedChange;
  by: string | undefined;
}

/**
 * The steps in their order, for all users together: freeze, log out, ask,
 * replace, hand over, take away, deactivate. Pure.
 */
export function offboardingChanges(options: {
  users: ResolvedUser[];
  facts: OffboardingFacts;
  successors: ReadonlyMap<string, Owner>;
  context: Pick<ActionContext, 'recordUrl'>;
}): OffboardingChange[] {
  const { users, facts, successors, context } = options;
  const { recordUrl } = context;
  const steps: OffboardingChange[] = [];
  /** What deactivating a user waits for. */
  const awaited = new Map<string, number[]>(users.map(({ id }) => [id, []]));
  const add = (user: ResolvedUser, change: PlannedChange, isAwaited = true) => {
    if (isAwaited) awaited.get(user.id)?.push(steps.length);
    steps.push({ change, by: user.id });
  };
  const frozen = new Map<string, number>();
  const frozenAt = (user: ResolvedUser) => {
    const at = frozen.get(user.id);
    return at === undefined ? {} : { after: [at] };
  };

  for (const user of users) {
    if (!user.isActive || user.isFrozen || !user.userLoginId) continue;
    frozen.set(user.id, steps.length);
    add(
      user,
      updateOfLogin({ user, userLoginId: user.userLoginId, isFrozen: true }),
    );
  }
  for (const user of users) {
    const sessions = facts.sessions.get(user.id) ?? 0;
    const tokens = facts.tokens.get(user.id) ?? 0;
    if (sessions > 0) {
      const change = endOfSessions(user, sessions);
      add(user, { ...change, ...frozenAt(user) }, false);
    }
    if (tokens > 0) {
      const change = revocationOfTokens({ user, tokens });
      add(user, { ...change, ...frozenAt(user) }, false);
    }
  }
  for (const { userId, ...reference } of facts.references.hierarchy) {
    const user = users.find(({ id }) => id === userId);
    if (!user) continue;
    add(
      user,
      replacement({
        reference: { userId, ...reference },
        user,
        successor: successors.get(userId),
        url: recordUrl('User', reference.inUser.id),
      }),
    );
  }
  for (const user of users) {
    if (!user.isActive) continue;
    // what was replaced before does not stand in the way any more
    const after = [...(awaited.get(user.id) ?? [])];
    add(user, {
      object: 'User',
      recordId: user.id,
      operation: 'invoke',
      method: 'rehearse_deactivation',
      fields: [],
      summary: `Ask Salesforce whether ${user.name} can be deactivated`,
      target: user.target,
      ...(after.length > 0 ? { after } : {}),
    });
  }
  for (const user of users) {
    const to = successors.get(user.id);
    if (!to) continue;
    for (const owned of facts.belongings.get(user.id) ?? []) {
      for (const change of transferChanges({
        owned,
        from: user,
        to,
        recordUrl,
      })) {
        add(user, change);
      }
    }
  }
  for (const user of users) {
    for (const change of removalsOf({
      user,
      others: facts.others,
      start: steps.length,
    })) {
      add(user, change);
    }
  }
  for (const user of users) {
    if (!user.isActive) continue;
    const after = awaited.get(user.id) ?? [];
    steps.push({
      by: user.id,
      change: updateOfUser({
        user,
        fields: [flag({ name: 'IsActive', label: 'Active', after: false })],
        summary: `Deactivate ${user.name}`,
        ...(after.length > 0 ? { after } : {}),
      }),
    });
  }
  return steps;
}
