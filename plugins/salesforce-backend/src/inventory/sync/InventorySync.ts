import type {
  InventorySyncRow,
  InventorySyncStepRow,
} from '../../database/tables';

/** One sync with how far it is. */
export interface SyncWithSteps {
  sync: InventorySyncRow;
  steps: InventorySyncStepRow[];
}

/** Keeps the inventory of every connected org. */
export interface InventorySync {
  /**
   * Asks for a sync; it begins at once. Where one is not over yet, that one is
   * answered. The first of an org is always a full one.
   */
  start(options: {
    orgId: string;
    mode: InventorySyncRow['mode'];
    requestedBy: string;
  }): Promise<SyncWithSteps>;

  /** Asks for what is due by the schedule, for each connected org. */
  plan(): Promise<void>;

  /** Looks for work now; answers at once. */
  wake(): void;

  /** Does what is due, until nothing is. */
  runDue(): Promise<void>;

  /** Lets the call that is on its way end, and stops. */
  stop(): Promise<void>;
}
