import type { Blocker } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type SalesforceReader,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { count } from './words';

/** A user licence or a permission set licence, with its seats. */
export interface License {
  id: string;
  name: string;
  total: number;
  used: number;
  free: number;
}

interface LicenseRow extends SalesforceRecord {
  Id: string;
  TotalLicenses: number;
  UsedLicenses: number;
}

function toLicense(row: LicenseRow, name: unknown): License {
  const { Id, TotalLicenses: total, UsedLicenses: used } = row;
  return {
    id: Id,
    name: String(name),
    total,
    used,
    free: Math.max(0, total - used),
  };
}

/** All user licences of the org; a dozen at most. */
export async function readUserLicenses(
  reader: SalesforceReader,
): Promise<License[]> {
  const { records } = await reader.query<LicenseRow>(
    soql.select({
      from: 'UserLicense',
      fields: ['Id', 'Name', 'TotalLicenses', 'UsedLicenses'],
    }),
  );
  return records.map(row => toLicense(row, row.Name));
}

/** All permission set licences of the org; some dozens. */
export async function readPermissionSetLicenses(
  reader: SalesforceReader,
): Promise<License[]> {
  const { records } = await reader.query<LicenseRow>(
    soql.select({
      from: 'PermissionSetLicense',
      fields: ['Id', 'MasterLabel', 'TotalLicenses', 'UsedLicenses'],
    }),
  );
  return records.map(row => toLicense(row, row.MasterLabel));
}

const poolKinds = {
  'user licence': 'user_license',
  'permission set licence': 'permission_set_license',
  'package licence': 'package_license',
} as const;

/** What taking seats means: a blocker when there are too few, else a count. */
export function takeSeats(options: {
  license: License;
  seats: number;
  kind: 'user licence' | 'permission set licence' | 'package licence';
}): { blocker?: Blocker; warning?: string } {
  const { license, seats, kind } = options;
  if (seats <= 0) return {};
  if (license.free >= seats) {
    return {
      warning: `After this, ${license.free - seats} of ${license.total} ${
        license.name
      } licences are left`,
    };
  }
  return {
    blocker: {
      code:
        kind === 'user licence'
          ? 'license_full'
          : `${
              kind === 'package licence' ? 'package' : 'permission_set'
            }_license_full`,
      message: `${count(seats, `${license.name} licence`)} needed, and ${
        license.free === 0 ? 'none is' : `only ${license.free} are`
      } free: ${license.used} of ${license.total} are in use`,
      remedy:
        kind === 'user licence'
          ? 'Deactivate users who no longer need this licence, or buy more; then retry'
          : `Take the ${kind} from users who no longer need it, or buy more; then retry`,
      pool: {
        kind: poolKinds[kind],
        id: license.id,
        name: license.name,
        needed: seats,
        total: license.total,
        used: license.used,
      },
    },
  };
}
