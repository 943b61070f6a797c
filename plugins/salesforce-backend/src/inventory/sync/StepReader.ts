import type { QueryPage } from '@salesdesk/backstage-plugin-salesforce-node';
import type { InventorySyncStepRow } from '../../database/tables';
import type { InventoryObject } from '../model';
import type { InventorySource } from './BudgetedReader';
import { FreshRecord } from './FreshRecord';
import type { StepWriter } from './StepWriter';
import { recentFrom } from './stepQueries';
import { changedAt, laterOf } from './toInventoryRow';

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
      const records = this.recordsOf(object, step, page);
      const last = records.at(-1)?.id ?? step.after_id;
      if (step.method === 'whole') {
        refuseDisorder(object, step.after_id, records);
        await this.#writer.store(
          {
            object,
            step,
            records,
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
            records,
            selection: { ids: records.map(({ id }) => id) },
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

  /** The records of a page; notes on the step what they say of time. */
  recordsOf(
    object: InventoryObject,
    step: InventorySyncStepRow,
    page: QueryPage,
  ): FreshRecord[] {
    const { detection } = object;
    const path = detection.by === 'reading' ? undefined : detection.path;
    const recent = step.read_from ? recentFrom(step.read_from) : undefined;
    return page.records.map(record => {
      const moment = changedAt(record, path);
      step.newest = laterOf(step.newest, moment);
      if (recent && moment !== null && moment >= recent) step.recent += 1;
      return FreshRecord.of(object, record);
    });
  }

  /** Records without an id have no order to go on from: it is all or nothing. */
  async #readNameless(options: {
    object: InventoryObject;
    step: InventorySyncStepRow;
    page: QueryPage;
  }): Promise<void> {
    const { object, step } = options;
    const records: FreshRecord[] = [];
    const twins = new Map<string, number>();
    for await (const { page } of this.pages(options.page)) {
      for (const record of this.recordsOf(object, step, page)) {
        const { id } = record;
        const earlier = twins.get(id) ?? 0;
        twins.set(id, earlier + 1);
        records.push(
          earlier > 0 ? record.withId(`${id.slice(0, 34)}-${earlier}`) : record,
        );
      }
    }
    await this.#writer.store(
      {
        object,
        step,
        records,
        selection: { after: undefined, upTo: undefined },
        complete: true,
      },
      { total: records.length },
    );
  }
}

/** What is missing between two ids is taken for deleted: the order must hold. */
function refuseDisorder(
  object: InventoryObject,
  after: string | null,
  records: FreshRecord[],
): void {
  let previous = after ?? '';
  for (const { id } of records) {
    if (id <= previous) {
      throw new Error(
        `Salesforce answered '${object.name}' out of order: '${id}' after '${previous}'`,
      );
    }
    previous = id;
  }
}
