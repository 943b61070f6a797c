import type { QueryPage } from '@salesdesk/backstage-plugin-salesforce-node';
import type { InventorySyncStepRow } from '../../database/tables';
import type { InventoryObject, InventoryRow } from '../model';
import type { InventorySource } from './BudgetedReader';
import type { StepWriter } from './StepWriter';
import { isRecent } from './stepQueries';
import { changedAt, laterOf, toInventoryRow } from './toInventoryRow';

/** Follows the pages of a query and stores each as it comes. */
export class StepReader {
  readonly #reader: InventorySource;
  readonly #writer: StepWriter;

  constructor(options: { reader: InventorySource; writer: StepWriter }) {
    this.#reader = options.reader;
    this.#writer = options.writer;
  }

  /** Reads and stores everything from this page on. */
  async readAll(options: {
    object: InventoryObject;
    step: InventorySyncStepRow;
    page: QueryPage;
  }): Promise<void> {
    const { object, step } = options;
    if (object.identity) {
      await this.#readNameless(options);
      return;
    }
    step.state = 'reading';
    step.total = step.rows + options.page.totalSize;
    for await (const { page, isLast } of this.pages(options.page)) {
      const rows = this.toRows(object, step, page);
      const last = rows.at(-1)?.id ?? step.after_id;
      if (step.method === 'whole') {
        refuseDisorder(object, step.after_id, rows);
        await this.#writer.store(
          {
            object,
            step,
            rows,
            selection: {
              after: step.after_id ?? undefined,
              upTo: isLast ? undefined : last ?? undefined,
            },
            complete: true,
          },
          { after_id: last },
        );
      } else {
        await this.#writer.store(
          {
            object,
            step,
            rows,
            selection: { ids: rows.map(({ id }) => id) },
            complete: false,
          },
          { after_id: last },
        );
      }
    }
  }

  /** The page and those behind it; the next is on its way while one is used. */
  async *pages(
    first: QueryPage,
  ): AsyncGenerator<{ page: QueryPage; isLast: boolean }> {
    let page = first;
    for (;;) {
      const next = page.next ? this.#reader.queryMore(page.next) : undefined;
      // a failure is met where it is awaited, unless storing fails first
      next?.catch(() => {});
      yield { page, isLast: !next };
      if (!next) return;
      page = await next;
    }
  }

  /** Records as rows; notes on the step what they say of time. */
  toRows(
    object: InventoryObject,
    step: InventorySyncStepRow,
    page: QueryPage,
  ): InventoryRow[] {
    const { detection } = object;
    const path = detection.by === 'reading' ? undefined : detection.path;
    return page.records.map(record => {
      const moment = changedAt(record, path);
      step.newest = laterOf(step.newest, moment);
      if (step.read_from && isRecent(moment, step.read_from)) step.recent += 1;
      return toInventoryRow(object, record);
    });
  }

  /** Records without an id have no order to go on from: it is all or nothing. */
  async #readNameless(options: {
    object: InventoryObject;
    step: InventorySyncStepRow;
    page: QueryPage;
  }): Promise<void> {
    const { object, step } = options;
    const rows: InventoryRow[] = [];
    const twins = new Map<string, number>();
    for await (const { page } of this.pages(options.page)) {
      for (const row of this.toRows(object, step, page)) {
        const earlier = twins.get(row.id) ?? 0;
        twins.set(row.id, earlier + 1);
        if (earlier > 0) row.id = `${row.id.slice(0, 34)}-${earlier}`;
        rows.push(row);
      }
    }
    await this.#writer.store(
      {
        object,
        step,
        rows,
        selection: { after: undefined, upTo: undefined },
        complete: true,
      },
      { total: rows.length },
    );
  }
}

/** What is missing between two ids is taken for deleted: the order must hold. */
function refuseDisorder(
  object: InventoryObject,
  after: string | null,
  rows: InventoryRow[],
): void {
  let previous = after ?? '';
  for (const { id } of rows) {
    if (id <= previous) {
      throw new Error(
        `Salesforce answered '${object.name}' out of order: '${id}' after '${previous}'`,
      );
    }
    previous = id;
  }
}
