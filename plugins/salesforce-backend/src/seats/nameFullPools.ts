import type { Blocker } from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceReader } from '@salesdesk/backstage-plugin-salesforce-node';
import { valuesOf, type PlannedWork } from '../executor/PlannedWork';
import { poolKey, type SeatPool } from './pools';
import { countSeats } from './SeatReader';

/** A licence of which Salesforce has no seat left. */
type Licence = Pick<SeatPool, 'kind' | 'id'>;

/** Ids of permission set licences; a set may also be made for a user licence. */
const permissionSetLicensePrefix = '0PL';

/**
 * Says which licence was full, and how full, where Salesforce refused a change
 * for want of a seat: somebody took it between the plan and the call. From
 * then on it is a full licence as any other: it shows who could give a seat
 * back, and can wait for one. Where the org does not tell, the refusal stays as
 * Salesforce worded it.
 */
export async function nameFullPools(options: {
  reader: SalesforceReader;
  /** What stands in the way, by position. */
  blockers: ReadonlyMap<number, Blocker>;
  work: PlannedWork[];
}): Promise<Map<number, Blocker>> {
  const { reader, work } = options;
  const named = new Map(options.blockers);
  const refused = [...named].flatMap(([position, { code, pool }]) =>
    code === 'license_limit_exceeded' && !pool ? [position] : [],
  );
  if (refused.length === 0) return named;
  const licences = await licencesOf({ reader, work, positions: refused });
  const counts = await countSeats({ reader, pools: [...licences.values()] });
  for (const [position, licence] of licences) {
    const blocker = named.get(position);
    const count = counts.get(poolKey(licence));
    if (!blocker || !count) continue;
    const { name, total, used } = count;
    named.set(position, {
      ...blocker,
      message: `${work[position].change.summary}: no ${name} licence was free any more. ${used} of ${total} are in use`,
      pool: { ...licence, name, needed: 1, total, used },
    });
  }
  return named;
}

/** The licence of which each change takes a seat, by position. */
async function licencesOf(options: {
  reader: SalesforceReader;
  work: PlannedWork[];
  positions: number[];
}): Promise<Map<number, Licence>> {
  const { reader, work, positions } = options;
  const licences = new Map<number, Licence>();
  /** What leads to a licence by way of another record. */
  const profiles = new Map<number, string>();
  const users = new Map<number, string>();
  const sets = new Map<number, string>();
  for (const position of positions) {
    const item = work[position];
    const values = valuesOf(item, work);
    const note = (map: Map<number, string>, id: unknown) => {
      if (typeof id === 'string') map.set(position, id);
    };
    const take = (kind: Licence['kind'], id: unknown) => {
      if (typeof id === 'string') licences.set(position, { kind, id });
    };
    switch (item.change.object) {
      case 'PermissionSetLicenseAssign':
        take('permission_set_license', values.PermissionSetLicenseId);
        break;
      case 'UserPackageLicense':
        take('package_license', values.PackageLicenseId);
        break;
      case 'PermissionSetAssignment':
        note(sets, values.PermissionSetId);
        break;
      case 'User':
        if (values.ProfileId) note(profiles, values.ProfileId);
        else note(users, item.recordId);
        break;
      default:
    }
  }
  const read = (object: string, ids: Map<number, string>, field: string) =>
    readEach({ reader, object, ids, field });
  for (const [position, id] of await read('User', users, 'ProfileId')) {
    profiles.set(position, id);
  }
  const [ofProfiles, ofSets] = await Promise.all([
    read('Profile', profiles, 'UserLicenseId'),
    read('PermissionSet', sets, 'LicenseId'),
  ]);
  for (const [position, id] of ofProfiles) {
    licences.set(position, { kind: 'user_license', id });
  }
  for (const [position, id] of ofSets) {
    licences.set(position, {
      kind: id.startsWith(permissionSetLicensePrefix)
        ? 'permission_set_license'
        : 'user_license',
      id,
    });
  }
  return licences;
}

/** One field of a record for each position, from one reading. */
async function readEach(options: {
  reader: SalesforceReader;
  object: string;
  ids: ReadonlyMap<number, string>;
  field: string;
}): Promise<Map<number, string>> {
  const { reader, object, ids, field } = options;
  if (ids.size === 0) return new Map();
  const wanted = [...new Set(ids.values())];
  const records = await reader.retrieve({
    object,
    ids: wanted,
    fields: ['Id', field],
  });
  const values = new Map(
    wanted.map((id, index) => [id, records[index]?.[field]]),
  );
  return new Map(
    [...ids].flatMap(([position, id]): Array<[number, string]> => {
      const value = values.get(id);
      return typeof value === 'string' ? [[position, value]] : [];
    }),
  );
}
