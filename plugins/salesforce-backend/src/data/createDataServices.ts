import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import type { GatewayProvider } from '../orgs';
import type { OrgDirectory } from '../requests/OrgDirectory';
import { DefaultDataService } from './DefaultDataService';
import type { DataService } from './DataService';
import type { RunQueryAs } from './RunQueryAs';
import { SavedQueries } from './SavedQueries';

/** What the Data page is served by. */
export interface DataServices {
  dataService: DataService;
  savedQueries: SavedQueries;
}

/** Builds the services behind the Data page. */
export function createDataServices(options: {
  knex: Knex;
  data: RunQueryAs;
  gateways: GatewayProvider;
  orgs: OrgDirectory;
  auditLog: AuditLog;
  now: () => Date;
  newId: () => string;
}): DataServices {
  return {
    dataService: DefaultDataService.create(options),
    savedQueries: new SavedQueries(options),
  };
}
