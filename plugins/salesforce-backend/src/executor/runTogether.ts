import type { JobRow, RequestRow } from '../database/tables';
import type { RequestPlanner } from '../requests/RequestPlanner';
import type { ExecutionContexts, WriteActions } from './ExecutorSeams';
import { JoinedWrites } from './JoinedWrites';
import { planTogether } from './planTogether';

/** A job whose lease is held, with its request. */
export interface HeldJob {
  job: JobRow;
  request: RequestRow;
}

/** How one job of several is run. */
export interface RunSeams {
  contexts: ExecutionContexts;
  planner: RequestPlanner;
}

/**
 * Runs follow-ups of one org and action side by side, so that ten thousand
 * grants that end in the same minute cost some hundred calls: they are planned
 * from the same reads, and what they write leaves in the same calls. Each is
 * still a run of its own, with its own intent, outcome, record and ticket; what
 * fails for one is up to that one alone.
 */
export async function runTogether(options: {
  held: HeldJob[];
  seams: RunSeams;
  actions: WriteActions;
  runOne: (held: HeldJob, seams: RunSeams) => Promise<void>;
}): Promise<void> {
  const { held, seams, actions, runOne } = options;
  const shared = await open(options).catch(() => undefined);
  if (!shared) {
    // Each finds out for itself what is wrong, and waits or says so.
    for (const one of held) await runOne(one, seams);
    return;
  }
  const { context, isCurrent, plans, writes } = shared;
  await Promise.all(
    held.map(async one => {
      const proposal = plans.get(one.request.id);
      const { writer } = writes;
      try {
        await runOne(
          one,
          proposal
            ? {
                contexts: {
                  open: async () => ({ context, writer, isCurrent }),
                },
                planner: {
                  plan: about => seams.planner.plan({ ...about, proposal }),
                },
              }
            : seams,
        );
      } finally {
        writes.leave();
      }
    }),
  );

  async function open({ held: [first] }: { held: HeldJob[] }) {
    const action = actions.find(first.request.action_id);
    if (!action) throw new Error('The action is not installed any more');
    const opened = await seams.contexts.open({
      orgId: first.request.org_id,
      requesterRef: first.request.requester_ref,
    });
    return {
      context: opened.context,
      isCurrent: opened.isCurrent,
      plans: await planTogether({
        requests: held.map(({ request }) => request),
        action,
        context: opened.context,
      }),
      writes: new JoinedWrites({
        writer: opened.writer,
        members: held.length,
      }),
    };
  }
}
