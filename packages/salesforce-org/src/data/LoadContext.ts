import type { DraftRow, OrgServices } from '../core/types';
import { OrgTime } from './OrgTime';
import { SeededRandom } from './SeededRandom';

/** What every part of a data set is given to load its rows with. */
export interface LoadContext {
  readonly org: OrgServices;
  readonly random: SeededRandom;
  readonly time: OrgTime;
}

/** A context for loading into an org, with the clock as it stands. */
export function loadContext(options: {
  org: OrgServices;
  seed: number;
}): LoadContext {
  const { org, seed } = options;
  return {
    org,
    random: new SeededRandom(seed),
    time: new OrgTime({ clock: org.clock }),
  };
}

/** Loads rows and returns their ids by the value of one of their fields. */
export function loadByKey(options: {
  org: OrgServices;
  object: string;
  key: string;
  rows: readonly DraftRow[];
}): Map<string, string> {
  const { org, object, key, rows } = options;
  const ids = org.store.load(object, rows);
  return new Map(rows.map((row, index) => [String(row[key]), ids[index]]));
}

/** The id of a name that the data set itself brought. */
export function idOfName(
  ids: ReadonlyMap<string, string>,
  name: string,
): string {
  const id = ids.get(name);
  if (!id) {
    throw new Error(`The data has no '${name}'`);
  }
  return id;
}
