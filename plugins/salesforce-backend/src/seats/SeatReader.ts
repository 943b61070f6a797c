import {
  soql,
  type SalesforceReader,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { SeatHolder } from '@salesdesk/backstage-plugin-salesforce-common';
import { poolKey, type SeatPool } from './pools';

const day = 86_400_000;
const unusedAfter = 90 * day;
/** As many as somebody looks through. */
const mostHolders = 25;

/** How each kind of licence is counted, and who holds it. */
const kinds = {
  user_license: {
    object: 'UserLicense',
    name: 'Name',
    total: 'TotalLicenses',
    used: 'UsedLicenses',
  },
  permission_set_license: {
    object: 'PermissionSetLicense',
    name: 'MasterLabel',
    total: 'TotalLicenses',
    used: 'UsedLicenses',
  },
  package_license: {
    object: 'PackageLicense',
    name: 'NamespacePrefix',
    total: 'AllowedLicenses',
    used: 'UsedLicenses',
  },
} as const;

interface HolderRow {
  id: string;
  name: string;
  username: string;
  isActive: boolean;
  lastLoginAt: string | null;
}

/** How many seats a pool has, as Salesforce counts them now. */
export interface SeatCount {
  /** What the licence is called. */
  name: string;
  total: number;
  used: number;
  free: number;
}

/** Counts seats, by {@link poolKey}: a call for each kind of licence that is asked for. */
export async function countSeats(options: {
  reader: SalesforceReader;
  pools: Array<Pick<SeatPool, 'kind' | 'id'>>;
}): Promise<Map<string, SeatCount>> {
  const { reader, pools } = options;
  const counts = new Map<string, SeatCount>();
  for (const kind of new Set(pools.map(pool => pool.kind))) {
    const { object, name, total, used } = kinds[kind];
    const { records } = await reader.query<SalesforceRecord & { Id: string }>(
      soql.select({ from: object, fields: ['Id', name, total, used] }),
    );
    for (const record of records) {
      const seats = Number(record[total]);
      const taken = Number(record[used] ?? 0);
      counts.set(poolKey({ kind, id: record.Id }), {
        name: String(record[name]),
        total: seats,
        used: taken,
        // A package for everybody has as many as one likes.
        free: seats < 0 ? Infinity : Math.max(0, seats - taken),
      });
    }
  }
  return counts;
}

/**
 * Who could give a seat of a pool back: those who cannot log in, and those who
 * have not for 90 days. Read from Salesforce, so that nobody is named who gave
 * it back since the last sync.
 */
export async function readSeatHolders(options: {
  reader: SalesforceReader;
  pool: Pick<SeatPool, 'kind' | 'id' | 'name'>;
  now: Date;
}): Promise<SeatHolder[]> {
  const { reader, pool, now } = options;
  const before = new Date(now.getTime() - unusedAfter).toISOString();
  const rows = await readHolders(reader, pool);
  const frozen = await readFrozen(reader);
  const reasonOf = (row: HolderRow): SeatHolder['reason'] | undefined => {
    if (!row.isActive) return 'inactive';
    if (frozen.has(row.id)) return 'frozen';
    if (row.lastLoginAt === null) return 'never_logged_in';
    return row.lastLoginAt < before ? 'no_login' : undefined;
  };
  const order = ['inactive', 'frozen', 'never_logged_in', 'no_login'];
  return rows
    .flatMap(row => {
      const reason = reasonOf(row);
      return reason ? [{ row, reason }] : [];
    })
    .sort(
      (a, b) =>
        order.indexOf(a.reason) - order.indexOf(b.reason) ||
        (a.row.lastLoginAt ?? '').localeCompare(b.row.lastLoginAt ?? ''),
    )
    .slice(0, mostHolders)
    .map(({ row, reason }) => ({
      userId: row.id,
      name: row.name,
      username: row.username,
      reason,
      ...(row.lastLoginAt ? { lastLoginAt: row.lastLoginAt } : {}),
      ...requestOf(pool, row),
    }));
}

/** The request that gives the seat back. */
function requestOf(
  pool: Pick<SeatPool, 'kind' | 'name'>,
  { username }: HolderRow,
): Pick<SeatHolder, 'action' | 'input'> {
  if (pool.kind === 'user_license') {
    return {
      action: 'salesforce_deactivate_user',
      input: { users: [username] },
    };
  }
  return {
    action: 'salesforce_remove_license',
    input: {
      users: [username],
      license: `${pool.kind.replaceAll('_', '-')}:${pool.name}`,
    },
  };
}

async function readHolders(
  reader: SalesforceReader,
  { kind, id }: Pick<SeatPool, 'kind' | 'id'>,
): Promise<HolderRow[]> {
  const user = ['Id', 'Name', 'Username', 'IsActive', 'LastLoginDate'];
  if (kind === 'user_license') {
    // An inactive user has given the seat back.
    const records = await reader.queryAll<SalesforceRecord>(
      soql.select({
        from: 'User',
        fields: user,
        where: soql.and(
          soql.eq('IsActive', true),
          soql.eq('Profile.UserLicenseId', id),
        ),
      }),
    );
    return records.map(toHolder);
  }
  const [object, relation, license] =
    kind === 'permission_set_license'
      ? ['PermissionSetLicenseAssign', 'Assignee', 'PermissionSetLicenseId']
      : ['UserPackageLicense', 'User', 'PackageLicenseId'];
  const records = await reader.queryAll<SalesforceRecord>(
    soql.select({
      from: object,
      fields: user.map(field => `${relation}.${field}`),
      where: soql.eq(license, id),
    }),
  );
  return records.flatMap(record => {
    const held = record[relation];
    return held && typeof held === 'object'
      ? [toHolder(held as SalesforceRecord)]
      : [];
  });
}

function toHolder(record: SalesforceRecord): HolderRow {
  const lastLogin = record.LastLoginDate;
  return {
    id: String(record.Id),
    name: String(record.Name),
    username: String(record.Username),
    isActive: record.IsActive === true,
    lastLoginAt:
      typeof lastLogin === 'string' ? new Date(lastLogin).toISOString() : null,
  };
}

async function readFrozen(reader: SalesforceReader): Promise<Set<string>> {
  const records = await reader.queryAll<SalesforceRecord>(
    soql.select({
      from: 'UserLogin',
      fields: ['UserId'],
      where: soql.eq('IsFrozen', true),
    }),
  );
  return new Set(records.map(({ UserId }) => String(UserId)));
}
