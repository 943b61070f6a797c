import type {
  PlannedChange,
  PlanProposal,
} from '@salesdesk/backstage-plugin-salesforce-node';

/**
 * The part of a plan for many users that concerns some of them, as if it had
 * been planned for them alone. Undefined where it cannot be told apart: a
 * change hangs together with one of somebody else, or there is a blocker. Pure.
 */
export function splitPlan(options: {
  plan: PlanProposal;
  userIds: ReadonlySet<string>;
  title: string;
}): PlanProposal | undefined {
  const { plan, userIds, title } = options;
  if (plan.blockers?.length || plan.followUps?.length) return undefined;
  const isOurs = ({ id }: { id: string | null }) =>
    id !== null && userIds.has(id);
  const positions = new Map<number, number>();
  plan.changes.forEach((change, position) => {
    if (isOurs(change.target)) positions.set(position, positions.size);
  });
  const changes: PlannedChange[] = [];
  for (const position of positions.keys()) {
    const change = moved(plan.changes[position], positions);
    if (!change) return undefined;
    changes.push(change);
  }
  return {
    title,
    changes,
    targets: plan.targets.filter(isOurs),
    leftOut: plan.leftOut?.filter(({ target }) => isOurs(target)),
  };
}

/** The change with its references to others, which must be ours as well. */
function moved(
  change: PlannedChange,
  positions: ReadonlyMap<number, number>,
): PlannedChange | undefined {
  const references = [
    ...(change.after ?? []),
    ...(change.recordFrom === undefined ? [] : [change.recordFrom]),
    ...change.fields.flatMap(({ afterFrom }) =>
      afterFrom === undefined ? [] : [afterFrom],
    ),
  ];
  if (!references.every(position => positions.has(position))) return undefined;
  const to = (position: number) => positions.get(position) ?? position;
  return {
    ...change,
    ...(change.after ? { after: change.after.map(to) } : {}),
    ...(change.recordFrom === undefined
      ? {}
      : { recordFrom: to(change.recordFrom) }),
    fields: change.fields.map(field =>
      field.afterFrom === undefined
        ? field
        : { ...field, afterFrom: to(field.afterFrom) },
    ),
  };
}
