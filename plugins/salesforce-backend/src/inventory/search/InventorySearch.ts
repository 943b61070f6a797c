/** Kinds of records that people call by name. */
export type InventoryKind =
  | 'user'
  | 'permission-set'
  | 'permission-set-group'
  | 'profile'
  | 'role'
  | 'group'
  | 'queue'
  | 'license'
  | 'permission-set-license'
  | 'connected-app';

/** A record of the inventory by its names. */
export interface InventoryName {
  kind: InventoryKind;
  id: string;
  /** What people call it. */
  label: string;
  /** What is unique about it: a username, an API name. */
  value: string;
  /** What tells it apart from another of the same name. */
  detail?: string;
  /** For users: active, frozen or inactive. */
  status?: string;
}

/** How well a name was met. */
export type NameMatch = 'exact' | 'words' | 'prefix' | 'typo';

export interface InventoryHit extends InventoryName {
  match: NameMatch;
  /** From 0 to 1; only for the order. */
  score: number;
}

/**
 * Names of an org's records, from the inventory: no call to Salesforce is
 * made. Words may stand in any order, be begun only, lack accents or be
 * misspelled.
 */
export interface InventorySearch {
  /** Best first. Empty for an org that was never synced. */
  search(options: {
    orgId: string;
    text: string;
    /** Default: all. */
    kinds?: InventoryKind[];
    /** Default 20. */
    limit?: number;
    /** Only names that are met without a spelling mistake. */
    strict?: boolean;
  }): Promise<InventoryHit[]>;

  /** Every name of a kind, by label. */
  names(options: {
    orgId: string;
    kind: InventoryKind;
  }): Promise<InventoryName[]>;

  /** Whether the org was synced, so that what is not found is not there. */
  isReady(orgId: string): Promise<boolean>;
}
