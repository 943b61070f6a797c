import type {
  ObjectDescription,
  QueryPage,
  SalesforceReader,
  SoqlQuery,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { BatchSource, ToolingSource } from '../../gateway';

/** No API call is left that this sync may make. */
export class BudgetSpentError extends Error {
  readonly name = 'BudgetSpentError';
}

/** What a sync needs of a gateway. */
export type InventorySource = Pick<SalesforceReader, 'queryMore' | 'describe'> &
  Pick<BatchSource, 'batchSettled'> &
  ToolingSource;

const queriesPerCall = 5;

/**
 * Counts the API calls of a sync and stops before the first one too many. A
 * call is counted before it leaves: what fails has cost a call as well.
 */
export class BudgetedReader implements InventorySource {
  readonly #source: InventorySource;
  readonly #budget: number;
  #used: number;

  constructor(options: {
    source: InventorySource;
    /** Calls that this sync may make. */
    budget: number;
    /** Calls that it made before it was interrupted. */
    used: number;
  }) {
    this.#source = options.source;
    this.#budget = options.budget;
    this.#used = options.used;
  }

  get used(): number {
    return this.#used;
  }

  async batchSettled(
    queries: SoqlQuery[],
  ): Promise<PromiseSettledResult<QueryPage>[]> {
    this.#spend(Math.ceil(queries.length / queriesPerCall));
    return this.#source.batchSettled(queries);
  }

  async queryMore<TRecord>(next: string): Promise<QueryPage<TRecord>> {
    this.#spend(1);
    return this.#source.queryMore<TRecord>(next);
  }

  async queryTooling(query: SoqlQuery): Promise<QueryPage> {
    this.#spend(1);
    return this.#source.queryTooling(query);
  }

  async describe(object: string): Promise<ObjectDescription> {
    this.#spend(1);
    return this.#source.describe(object);
  }

  #spend(calls: number): void {
    if (this.#used + calls > this.#budget) {
      throw new BudgetSpentError(
        `This sync may make ${this.#budget} API calls, and has made ${
          this.#used
        }`,
      );
    }
    this.#used += calls;
  }
}
