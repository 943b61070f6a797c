/** What every process of a soak knows. It is handed over as JSON. */
export interface SoakSettings {
  database:
    | { client: 'better-sqlite3'; file: string }
    | { client: 'pg'; url: string };
  clockFile: string;
  /** Ids of the orgs, with their addresses. */
  orgs: Record<string, string>;
  /** Milliseconds for one call to an org. */
  callTimeout: number;
  /** Jobs at the same time. */
  concurrency: number;
}

/** What the soak asks of a worker. */
export type ToWorker =
  | { kind: 'open'; settings: SoakSettings }
  /** Take up what is due. Each request ends its process at these steps, counted from 1. */
  | {
      kind: 'work';
      stops: Record<string, number[]>;
      /** Steps that the requests have reached in earlier processes. */
      reached: Record<string, number>;
    }
  /** Requests that stand at a step go on. */
  | { kind: 'go_on' }
  /** Ask and run so many requests, and say how the heap grew after the first. */
  | { kind: 'lifecycle'; org: string; requests: number; warmUp: number };

/** What a worker tells. */
export type FromWorker =
  | { kind: 'opened' }
  /** `isStop`: it goes no further, and the process is to be ended. */
  | { kind: 'reached'; requestId: string; step: string; isStop: boolean }
  | {
      kind: 'lived';
      heapGrowthPercent: number;
      requestsPerSecond: number;
      unfinished: number;
    };
