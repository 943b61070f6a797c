import type { Target } from '@salesdesk/backstage-plugin-salesforce-common';

/** What is decided by of the targets of a request. */
export interface TargetFacts {
  size: number;
  /** The requester's own Salesforce user is the only target. */
  isOwnUser: boolean;
  /** Every target is a record that the requester owns. */
  ownsTargets: boolean;
  /** The requester is one of the targets. */
  includesRequester: boolean;
  /** The people who are targets, where known; each once. */
  personRefs: string[];
}

/**
 * Reads the facts off the targets. A target is the requester when it is their
 * Salesforce user, or is known to belong to them; a target of which no person
 * is known is never their own.
 */
export function targetFacts(options: {
  targets: readonly Target[];
  requester: { ref: string; salesforceUserId?: string };
}): TargetFacts {
  const { targets, requester } = options;
  const isRequester = (target: Target) =>
    target.object === 'User' &&
    (target.personRef === requester.ref ||
      (target.id !== null && target.id === requester.salesforceUserId));
  return {
    size: targets.length,
    ownsTargets:
      targets.length > 0 &&
      targets.every(({ ownerRef }) => ownerRef === requester.ref),
    isOwnUser: targets.length === 1 && isRequester(targets[0]),
    includesRequester: targets.some(isRequester),
    personRefs: [
      ...new Set(targets.flatMap(({ personRef }) => personRef ?? [])),
    ],
  };
}

/**
 * The groups that hold every target. None where a target is no known person:
 * what is not known to be inside a group counts as outside.
 */
export function commonGroups(options: {
  targets: readonly Target[];
  groupsOf: ReadonlyMap<string, readonly string[]>;
}): string[] {
  const { targets, groupsOf } = options;
  if (targets.length === 0) return [];
  const groups = targets.map(({ personRef }) =>
    personRef === undefined ? [] : groupsOf.get(personRef) ?? [],
  );
  const [first, ...rest] = groups;
  return [...new Set(first)].filter(group =>
    rest.every(others => others.includes(group)),
  );
}
