import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** What `salesforce.inventory` says. Durations in milliseconds. */
export interface InventorySettings {
  /** Nothing is synced by the schedule where this is off. */
  scheduled: boolean;
  fullEvery: number;
  incrementalEvery: number;
  /** So long after the last sync, one follows where a request has changed the org. */
  afterRequestsEvery: number;
  /** API calls that one sync may make in a row. */
  apiCallBudget: number;
  /** What a seat of a user licence costs a month, by the licence's name. */
  licenseCosts: Record<string, number>;
  currency: string;
}

const minute = 60_000;
const hour = 60 * minute;

/** Reads the settings of the inventory. */
export function readInventorySettings(config: Config): InventorySettings {
  const place = 'salesforce.inventory';
  const duration = (key: string, otherwise: number) =>
    config.has(`${place}.${key}`)
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: `${place}.${key}` }),
        )
      : otherwise;
  const costs = config.getOptionalConfig(`${place}.licenseCosts`);
  return {
    scheduled: config.getOptionalBoolean(`${place}.scheduled`) ?? true,
    fullEvery: duration('fullEvery', 24 * hour),
    incrementalEvery: duration('incrementalEvery', hour),
    afterRequestsEvery: duration('afterRequestsEvery', 5 * minute),
    apiCallBudget: config.getOptionalNumber(`${place}.apiCallBudget`) ?? 2000,
    licenseCosts: Object.fromEntries(
      (costs?.getOptionalConfigArray('licenses') ?? []).map(item => [
        item.getString('name'),
        item.getNumber('perMonth'),
      ]),
    ),
    currency: costs?.getOptionalString('currency') ?? 'USD',
  };
}
