import type {
  GatewayError,
  QueryPage,
  SalesforceRecord,
  SoqlQuery,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import type {
  InventoryStateRow,
  InventorySyncStepRow,
} from '../../database/tables';
import { inventoryObject, type InventoryObject } from '../model';
import type { InventorySource } from './BudgetedReader';
import { DeletionCheck } from './DeletionCheck';
import { PermissionFields } from './PermissionFields';
import { hiddenField, isMissing, isRefused, whyUnavailable } from './refusals';
import { StepReader } from './StepReader';
import type { StepWriter } from './StepWriter';
import { countQuery, fieldsOf, firstQuery } from './stepQueries';

/** One API call carries no more queries. */
const queriesPerCall = 5;
/** Fields that an integration user may lack, before an object is given up. */
const mostFieldsLeftOut = 8;

interface Opening {
  object: InventoryObject;
  step: InventorySyncStepRow;
  fields: string[];
  queries: SoqlQuery[];
}

/** Objects of one API call, and what the org answered. */
interface AskedGroup {
  openings: Opening[];
  results: PromiseSettledResult<QueryPage>[];
}

/**
 * One sync, from where it is to its end. The first pages of objects share API
 * calls, five to one; further pages follow one by one. What comes next is on
 * its way while something is stored. Whatever fails is thrown: everything
 * stored so far is kept, and the next run goes on behind it.
 */
export class SyncRun {
  readonly #steps: InventorySyncStepRow[];
  readonly #state: ReadonlyMap<string, InventoryStateRow>;
  readonly #reader: InventorySource;
  readonly #writer: StepWriter;
  readonly #now: () => Date;
  readonly #pages: StepReader;
  readonly #deletions: DeletionCheck;
  readonly #permissionFields: PermissionFields;
  readonly #withoutPackages: boolean;
  /** The next group, on its way already. */
  #ahead: Promise<AskedGroup> | undefined;

  constructor(options: {
    knex: Knex;
    orgId: string;
    steps: InventorySyncStepRow[];
    state: ReadonlyMap<string, InventoryStateRow>;
    reader: InventorySource;
    writer: StepWriter;
    /** Packages are read by full syncs only: they cost a call of their own. */
    withoutPackages: boolean;
    now: () => Date;
  }) {
    const { reader, writer, now } = options;
    this.#steps = options.steps;
    this.#state = options.state;
    this.#reader = reader;
    this.#writer = writer;
    this.#now = now;
    this.#withoutPackages = options.withoutPackages;
    this.#pages = new StepReader({ reader, writer });
    this.#deletions = new DeletionCheck({ ...options, pages: this.#pages });
    this.#permissionFields = new PermissionFields({ reader });
  }

  async run(): Promise<void> {
    const groups = this.#groups();
    for (const [index, group] of groups.entries()) {
      if (isTooling(group)) {
        await this.#readTooling(group[0]);
        continue;
      }
      const asked = await (this.#takeAhead() ?? this.#ask(group));
      await this.#readGroup(asked, () => this.#askAhead(groups.at(index + 1)));
    }
  }

  #askAhead(group: InventorySyncStepRow[] | undefined): void {
    if (!group || isTooling(group)) return;
    this.#ahead = this.#ask(group);
    // a failure is met where it is awaited, unless storing fails first
    this.#ahead.catch(() => {});
  }

  #takeAhead(): Promise<AskedGroup> | undefined {
    const asked = this.#ahead;
    this.#ahead = undefined;
    return asked;
  }

  /** The steps that are left, as many together as share an API call. */
  #groups(): InventorySyncStepRow[][] {
    const groups: InventorySyncStepRow[][] = [];
    let room = 0;
    for (const step of this.#steps) {
      if (step.state === 'done' || step.state === 'unavailable') continue;
      const object = inventoryObject(step.object);
      const queries = isCounted(object, step) ? 2 : 1;
      if (object.tooling || queries > room) {
        groups.push([step]);
        room = object.tooling ? 0 : queriesPerCall - queries;
      } else {
        groups[groups.length - 1].push(step);
        room -= queries;
      }
    }
    return groups;
  }

  async #ask(steps: InventorySyncStepRow[]): Promise<AskedGroup> {
    const openings: Opening[] = [];
    for (const step of steps) {
      const opening = await this.#openIfVisible(
        inventoryObject(step.object),
        step,
      );
      if (opening) openings.push(opening);
    }
    const queries = openings.flatMap(opening => opening.queries);
    return {
      openings,
      results:
        queries.length > 0 ? await this.#reader.batchSettled(queries) : [],
    };
  }

  /** Undefined where not even the description of an object is shown. */
  async #openIfVisible(
    object: InventoryObject,
    step: InventorySyncStepRow,
  ): Promise<Opening | undefined> {
    try {
      return await this.#open(object, step);
    } catch (error) {
      if (!isMissing(error) && !isRefused(error)) throw error;
      await this.#noteUnavailable(object, step, error);
      return undefined;
    }
  }

  async #open(
    object: InventoryObject,
    step: InventorySyncStepRow,
    without: ReadonlySet<string> = new Set(),
  ): Promise<Opening> {
    step.read_from ??= this.#now().toISOString();
    const permissions = object.permissions
      ? await this.#permissionFields.of(object.name)
      : [];
    const fields = fieldsOf(object, permissions).filter(
      field => !without.has(field),
    );
    const known = this.#state.get(object.name);
    const first = firstQuery({
      object,
      step,
      fields,
      since: known?.read_from
        ? {
            readFrom: known.read_from,
            newest: known.newest,
            recent: known.recent,
          }
        : undefined,
      now: this.#now(),
    });
    return {
      object,
      step,
      fields,
      queries: [
        first,
        ...(isCounted(object, step) ? [countQuery(object)] : []),
      ],
    };
  }

  /**
   * Stores what was asked for, and its further pages. `atLast` is called when
   * only the last object is left: what comes next can be on its way by then,
   * and no more is held in memory than at the beginning.
   */
  async #readGroup(
    { openings, results }: AskedGroup,
    atLast: () => void = () => {},
  ): Promise<void> {
    if (openings.length === 0) atLast();
    for (const [index, opening] of openings.entries()) {
      if (index === openings.length - 1) atLast();
      const [first, counts] = results.splice(0, opening.queries.length);
      await this.#read(opening, first, counts);
    }
  }

  async #read(
    opening: Opening,
    first: PromiseSettledResult<QueryPage>,
    counts: PromiseSettledResult<QueryPage> | undefined,
  ): Promise<void> {
    const { object, step, fields } = opening;
    if (first.status === 'rejected') {
      await this.#readWithLess(opening, first.reason);
      return;
    }
    await this.#pages.readAll({ object, step, page: first.value });
    if (isCounted(object, step)) {
      const clean = await this.#deletions.run({ object, step, fields, counts });
      if (!clean) {
        await this.#readWhole(object, step);
        return;
      }
    }
    await this.#writer.note(object, step, { state: 'done' });
  }

  /** Counts do not say what is gone: everything is read again. */
  async #readWhole(
    object: InventoryObject,
    step: InventorySyncStepRow,
  ): Promise<void> {
    await this.#writer.note(object, step, { method: 'whole', after_id: null });
    await this.#readGroup(await this.#ask([step]));
  }

  /**
   * A field that the integration user may not see is left out; an object that
   * the org does not have, or does not show, is noted as such.
   */
  async #readWithLess(opening: Opening, reason: unknown): Promise<void> {
    const { object, step } = opening;
    const without = new Set<string>();
    let error = reason;
    for (let round = 0; round < mostFieldsLeftOut; round += 1) {
      const field = hiddenField(error);
      if (!field) break;
      without.add(field);
      const again = await this.#open(object, step, without);
      const [first, counts] = await this.#reader.batchSettled(again.queries);
      if (first.status === 'fulfilled') {
        step.problem = `Not visible to the integration user: ${[
          ...without,
        ].join(', ')}`;
        await this.#read(again, first, counts);
        return;
      }
      error = first.reason;
    }
    if (!isMissing(error) && !(object.optional && isRefused(error))) {
      throw error;
    }
    await this.#noteUnavailable(object, step, error);
  }

  async #noteUnavailable(
    object: InventoryObject,
    step: InventorySyncStepRow,
    error: GatewayError,
  ): Promise<void> {
    const problem = whyUnavailable(object, error);
    await this.#writer.note(object, step, { state: 'unavailable', problem });
  }

  async #readTooling(step: InventorySyncStepRow): Promise<void> {
    const object = inventoryObject(step.object);
    if (this.#withoutPackages) {
      await this.#writer.skip(step);
      return;
    }
    const { queries } = await this.#open(object, step);
    try {
      const page = await this.#reader.queryTooling(queries[0]);
      await this.#pages.readAll({
        object,
        step,
        page: sorted(page),
      });
      await this.#writer.note(object, step, { state: 'done' });
    } catch (error) {
      if (!isMissing(error) && !isRefused(error)) throw error;
      await this.#noteUnavailable(object, step, error);
    }
  }
}

function isTooling([step]: InventorySyncStepRow[]): boolean {
  return inventoryObject(step.object).tooling === true;
}

/** Deletions show in counts, which are asked for beside the changes. */
function isCounted(
  object: InventoryObject,
  { method }: Pick<InventorySyncStepRow, 'method'>,
): boolean {
  return method === 'changes' && DeletionCheck.isNeeded(object);
}

function sorted(page: QueryPage): QueryPage {
  const byId = (one: SalesforceRecord, other: SalesforceRecord) =>
    (one.Id ?? '') < (other.Id ?? '') ? -1 : 1;
  return { ...page, records: [...page.records].sort(byId) };
}
