import type {
  PlannedChange,
  PlanProposal,
} from '@salesdesk/backstage-plugin-salesforce-node';

/** What is taken off a plan: each target by the key of {@link targetKey}. */
export type RemovedTargets = readonly string[];

/** What a target of a plan is called when it is taken off. */
export function targetKey(target: {
  object: string;
  id: string | null;
  label: string;
}): string {
  return `${target.object}:${target.id ?? target.label}`;
}

/** A plan with fewer targets, or why there is none. */
export type NarrowedPlan =
  | { ok: true; proposal: PlanProposal }
  | { ok: false; reason: string };

/**
 * The plan without some of its targets. Nothing is added and nothing that stays
 * is altered: what is left are changes that were in the plan before, in their
 * order, with the references between them moved along. Pure, so the job can
 * take the same targets off the plan that it computes.
 */
export function narrowPlan(options: {
  proposal: PlanProposal;
  removed: RemovedTargets;
}): NarrowedPlan {
  const { proposal } = options;
  const removed = new Set(options.removed);
  if (removed.size === 0) return { ok: true, proposal };
  const stays = (target: Parameters<typeof targetKey>[0]) =>
    !removed.has(targetKey(target));

  const positions = new Map<number, number>();
  proposal.changes.forEach((change, position) => {
    if (stays(change.target)) positions.set(position, positions.size);
  });
  const kept = proposal.changes.filter(change => stays(change.target));
  const orphan = kept.find(change =>
    referencesOf(change).some(position => !positions.has(position)),
  );
  if (orphan) {
    return {
      ok: false,
      reason: `"${orphan.summary}" builds on what would be taken off`,
    };
  }
  const left = proposal.targets.filter(target => !stays(target));
  return {
    ok: true,
    proposal: {
      ...proposal,
      title: titleWithout(
        proposal.title,
        left.map(({ label }) => label),
      ),
      targets: proposal.targets.filter(stays),
      changes: kept.map(change => moved(change, positions)),
      ...(proposal.leftOut
        ? { leftOut: proposal.leftOut.filter(({ target }) => stays(target)) }
        : {}),
      ...(proposal.blockers
        ? {
            blockers: proposal.blockers.filter(
              ({ target }) => target === undefined || stays(target),
            ),
          }
        : {}),
    },
  };
}

/** Positions of the changes that a change builds on. */
function referencesOf(change: PlannedChange): number[] {
  return [
    ...(change.recordFrom === undefined ? [] : [change.recordFrom]),
    ...(change.after ?? []),
    ...change.fields.flatMap(({ afterFrom }) =>
      afterFrom === undefined ? [] : [afterFrom],
    ),
  ];
}

function moved(
  change: PlannedChange,
  positions: ReadonlyMap<number, number>,
): PlannedChange {
  const to = (position: number) => positions.get(position) ?? position;
  return {
    ...change,
    ...(change.recordFrom === undefined
      ? {}
      : { recordFrom: to(change.recordFrom) }),
    ...(change.after ? { after: change.after.map(to) } : {}),
    fields: change.fields.map(field =>
      field.afterFrom === undefined
        ? field
        : { ...field, afterFrom: to(field.afterFrom) },
    ),
  };
}

function titleWithout(title: string, labels: readonly string[]): string {
  const [first, ...rest] = labels;
  if (first === undefined) return title;
  return rest.length === 0
    ? `${title}, without ${first}`
    : `${title}, without ${first} and ${rest.length} more`;
}
