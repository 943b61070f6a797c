import type {
  QueryPage,
  SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { InventorySyncStepRow } from '../../database/tables';
import type { InventoryObject } from '../model';
import type { InventorySource } from './BudgetedReader';
import { FreshRecords } from './FreshRecords';
import type { StepWriter } from './StepWriter';

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
      const records = new FreshRecords({ object, given: page.records });
      const { ids } = records;
      const last = ids.at(-1) ?? step.after_id;
      const isWhole = step.method === 'whole';
      if (isWhole) refuseDisorder(object, step.after_id, ids);
      await this.#writer.store(
        {
          object,
          step,
          records,
          selection: isWhole
            ? {
                after: step.after_id ?? undefined,
                upTo: isLast ? undefined : last ?? undefined,
              }
            : { ids },
        },
        { after_id: last },
      );
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

  /** Records without an id have no order to go on from: it is all or nothing. */
  async #readNameless(options: {
    object: InventoryObject;
    step: InventorySyncStepRow;
    page: QueryPage;
  }): Promise<void> {
    const { object, step } = options;
    const given: SalesforceRecord[] = [];
    for await (const { page } of this.pages(options.page)) {
      given.push(...page.records);
    }
    await this.#writer.store(
      {
        object,
        step,
        records: new FreshRecords({ object, given }),
        selection: { after: undefined, upTo: undefined },
      },
      { total: given.length },
    );
  }
}

/** What is missing between two ids is taken for deleted: the order must hold. */
function refuseDisorder(
  object: InventoryObject,
  after: string | null,
  ids: string[],
): void {
  let previous = after ?? '';
  for (const id of ids) {
    if (id <= previous) {
      throw new Error(
        `Salesforce answered '${object.name}' out of order: '${id}' after '${previous}'`,
      );
    }
    previous = id;
  }
}
