import { assign250ApiCalls } from './assign250ApiCalls.mjs';
import { grant1000ApiCalls } from './grant1000ApiCalls.mjs';
import { lifecycleOneChange } from './lifecycleOneChange.mjs';
import { offboard50kApiCalls } from './offboard50kApiCalls.mjs';
import { query2000Rows } from './query2000Rows.mjs';

/**
 * Every measurement: `name`, `title`, and `run()`, which answers
 * `{ value, unit, floor?, goal, atLeast? }`. With a floor, `goal` is a ratio.
 */
export const benches = [
  query2000Rows,
  lifecycleOneChange,
  assign250ApiCalls,
  grant1000ApiCalls,
  offboard50kApiCalls,
];
