import { assign250ApiCalls } from './assign250ApiCalls.mjs';
import { auditAppends } from './auditAppends.mjs';
import { auditVerify } from './auditVerify.mjs';
import { interpret50kNames } from './interpret50kNames.mjs';
import { export500kMemory } from './export500kMemory.mjs';
import { export500kRows } from './export500kRows.mjs';
import { frontendFirstPage } from './frontendFirstPage.mjs';
import { grant1000ApiCalls } from './grant1000ApiCalls.mjs';
import { lifecycleOneChange } from './lifecycleOneChange.mjs';
import { lifecycleThroughput } from './lifecycleThroughput.mjs';
import { listConditional, listPage1000 } from './lists.mjs';
import { localOrgQuery, localOrgStart } from './localOrg.mjs';
import { offboard50kApiCalls } from './offboard50kApiCalls.mjs';
import { query2000Rows } from './query2000Rows.mjs';
import { sync100kMemory } from './sync100kMemory.mjs';
import { syncFullApiCalls, syncIncrementalApiCalls } from './syncApiCalls.mjs';
import { syncTimeVsJsforce } from './syncTimeVsJsforce.mjs';

/**
 * Every measurement: `name`, `title`, and `run()`, which answers
 * `{ value, unit, floor?, goal, atLeast? }`. With a floor, `goal` is a ratio.
 */
export const benches = [
  query2000Rows,
  lifecycleOneChange,
  lifecycleThroughput,
  listPage1000,
  listConditional,
  auditAppends,
  auditVerify,
  assign250ApiCalls,
  interpret50kNames,
  syncFullApiCalls,
  syncIncrementalApiCalls,
  syncTimeVsJsforce,
  sync100kMemory,
  grant1000ApiCalls,
  offboard50kApiCalls,
  export500kRows,
  export500kMemory,
  frontendFirstPage,
  localOrgStart,
  localOrgQuery,
];
