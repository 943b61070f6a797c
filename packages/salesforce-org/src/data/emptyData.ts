import { orgFeature, dataSwitches, type OrgData } from './OrgData';

/** No rows at all: rules are in force, and whoever calls may do everything. */
export function emptyData(): OrgData {
  return {
    name: 'none',
    feature: orgFeature({}),
    switches: dataSwitches,
    connectedApps: [],
    integrationUsername: null,
    administratorUsername: null,
  };
}
