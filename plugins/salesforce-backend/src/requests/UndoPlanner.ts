import {
  SalesdeskError,
  type Target,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  ActionContext,
  PlannedChange,
  PlanProposal,
  SalesforceAction,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { readChanges } from '../database/operations/changes/recordChanges';
import { findFollowUps } from '../database/operations/requests/findFollowUps';
import type { RequestRow } from '../database/tables';
import { targetKey } from '../domain/narrowPlan';
import { hasEffects, isFinished } from '../domain/requestState';
import { toPlannedWork, type PlannedWork } from '../executor/PlannedWork';
import { changesToUndo } from './changesToUndo';
import { inversePlan } from './inversePlan';
import { whyNoUndo } from './undoWords';

/** Plans what takes a finished request back. */
export class UndoPlanner {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * The action by which a request can be undone. Throws `not_undoable`, with
   * the reason, for a request that cannot be undone at all.
   */
  async demandUndoable(options: {
    original: RequestRow;
    action: SalesforceAction | undefined;
  }): Promise<SalesforceWriteAction> {
    const { original, action } = options;
    if (!hasEffects(original.state)) throw notUndoable(whyNoUndo(original));
    if (action?.kind !== 'write') {
      throw notUndoable('The action that did this is not installed any more');
    }
    if (action.undo.kind === 'none') throw notUndoable(action.undo.note);
    if (original.undone_by) throw notUndoable('It was undone already');
    const undos = await findFollowUps({
      knex: this.#knex,
      requestId: original.id,
      relation: 'undo_of',
    });
    const underWay = undos.find(undo => !isFinished(undo.state));
    if (underWay) {
      throw notUndoable(`Request ${underWay.number} to undo it is under way`);
    }
    return action;
  }

  /**
   * The plan that takes back what the original applied. Throws `changed_since`
   * when somebody changed one of its records afterwards: undoing would
   * overwrite their work.
   */
  async plan(options: {
    original: RequestRow;
    action: SalesforceWriteAction;
    context: ActionContext;
  }): Promise<PlanProposal> {
    const { original, action, context } = options;
    const all = (
      await readChanges({
        knex: this.#knex,
        requestId: original.id,
        planVersion: original.plan_version,
      })
    ).map(toPlannedWork);
    const takenBack = await this.#takenBack(original.id);
    const applied = all.filter(
      ({ outcome, change }) =>
        outcome === 'applied' && !takenBack.has(undoKey(undoOf(change))),
    );
    const changes = await changesToUndo({
      applied,
      all,
      reader: context.reader,
    });
    const base = {
      title: `Undo: ${original.title}`,
      targets: targetsOf(applied),
    };
    if (action.undo.kind === 'plan') {
      const proposal = await action.undo.plan({
        input: JSON.parse(original.input),
        applied: changes,
        context,
      });
      // who owns a record is as the plan found it now, not as it was then
      const found = new Map(
        proposal.targets.map(target => [targetKey(target), target]),
      );
      return {
        ...proposal,
        title: base.title,
        targets: base.targets.map(
          target => found.get(targetKey(target)) ?? target,
        ),
      };
    }
    const { changes: inverse, irreversible } = inversePlan(changes);
    return {
      ...base,
      changes: inverse,
      warnings: irreversible.map(
        summary => `This part cannot be taken back: ${summary}`,
      ),
    };
  }

  /** What earlier requests to undo it took back, if they did not get to the end. */
  async #takenBack(originalId: string): Promise<Set<string>> {
    const undos = await findFollowUps({
      knex: this.#knex,
      requestId: originalId,
      relation: 'undo_of',
    });
    const changes = await Promise.all(
      undos
        .filter(({ undone_by }) => undone_by === null)
        .map(undo =>
          readChanges({
            knex: this.#knex,
            requestId: undo.id,
            planVersion: undo.plan_version,
          }),
        ),
    );
    return new Set(
      changes
        .flat()
        .filter(({ outcome }) => outcome === 'applied')
        .map(row => undoKey(toPlannedWork(row).change)),
    );
  }
}

/** What a change is called in the plan that takes it back. */
function undoOf(change: PlannedChange): PlannedChange {
  return { ...change, summary: `Undo: ${change.summary}` };
}

function undoKey({ object, target, summary }: PlannedChange): string {
  return JSON.stringify([object, targetKey(target), summary]);
}

function notUndoable(reason: string): SalesdeskError {
  return new SalesdeskError('ConflictError', reason, { code: 'not_undoable' });
}

function targetsOf(applied: readonly PlannedWork[]): Target[] {
  const targets = new Map<string, Target>();
  for (const { change } of applied) {
    const { target } = change;
    targets.set(targetKey(target), target);
  }
  return [...targets.values()];
}
