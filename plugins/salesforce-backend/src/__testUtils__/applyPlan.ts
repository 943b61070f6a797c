import type {
  ActionContext,
  PlannedChange,
  PlanProposal,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { explainRefusal } from '../actions/refusals';
import { callSalesforce } from '../executor/callSalesforce';
import type { RefusalExplanation } from '../executor/ExecutorSeams';
import { judgeResults } from '../executor/judgeResults';
import { nextBatch } from '../executor/nextBatch';
import type { PlannedWork } from '../executor/PlannedWork';
import type { JsforceGateway } from '../gateway';
import { inversePlan } from '../requests/inversePlan';

/** What became of a plan. */
export interface AppliedPlan {
  work: PlannedWork[];
  outcomes: string[];
  refusals: RefusalExplanation[];
  /** The changes that were made, with the ids of what was created. */
  applied: PlannedChange[];
}

/** Previews as a form would: the input goes through the action's schema. */
export async function preview<TInput>(
  action: SalesforceWriteAction<TInput>,
  input: unknown,
  context: ActionContext,
): Promise<PlanProposal> {
  return action.preview({ input: action.input.parse(input), context });
}

/** Makes the changes of a plan as the executor does, without its storage. */
export async function applyChanges(
  gateway: JsforceGateway,
  changes: PlannedChange[],
): Promise<AppliedPlan> {
  const work = changes.map(
    (change, position): PlannedWork => ({
      position,
      change,
      outcome: 'pending',
      isIntended: false,
      attempts: 0,
      recordId: change.recordId,
    }),
  );
  const refusals: RefusalExplanation[] = [];
  for (;;) {
    const next = nextBatch(work);
    if (next.kind === 'done') break;
    if (next.kind === 'skip') {
      next.work.forEach(item => {
        item.outcome = 'skipped';
      });
      continue;
    }
    const results = await callSalesforce({
      writer: gateway,
      batch: next.work,
      all: work,
    });
    const judged = judgeResults({
      batch: next.work,
      results,
      explain: refusal => {
        const explanation = explainRefusal(refusal);
        refusals.push(explanation);
        return { ...explanation, isTransient: false };
      },
    });
    for (const { position, outcome, recordId } of judged.records) {
      work[position].outcome = outcome;
      if (recordId) work[position].recordId = recordId;
    }
    judged.toObserve.forEach(item => {
      item.outcome = 'already_there';
    });
  }
  return {
    work,
    outcomes: work.map(({ outcome }) => outcome),
    refusals,
    applied: work
      .filter(({ outcome }) => outcome === 'applied')
      .map(({ change, recordId }) => ({ ...change, recordId })),
  };
}

/** Takes what was applied back, as an undo request does. */
export async function undo<TInput>(options: {
  action: SalesforceWriteAction<TInput>;
  input: unknown;
  applied: PlannedChange[];
  context: ActionContext;
  gateway: JsforceGateway;
}): Promise<AppliedPlan> {
  const { action, input, applied, context, gateway } = options;
  if (action.undo.kind === 'none') throw new Error(action.undo.note);
  const { changes } =
    action.undo.kind === 'plan'
      ? await action.undo.plan({
          input: action.input.parse(input),
          applied,
          context,
        })
      : inversePlan(applied);
  return applyChanges(gateway, changes);
}
