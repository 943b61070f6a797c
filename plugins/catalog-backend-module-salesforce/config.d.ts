export interface Config {
  salesforce?: {
    catalog?: {
      /**
       * How often entities follow the inventory. Default: every 30 minutes.
       */
      every?: string;
      /**
       * Whether permission sets become Resources. Default: true.
       */
      permissionSets?: boolean;
    };
  };
}
