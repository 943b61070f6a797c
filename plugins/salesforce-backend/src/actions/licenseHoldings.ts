import {
  soql,
  type PlannedChange,
  type ResolvedUser,
  type SalesforceReader,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { chunksForUrl } from '../gateway';
import type { License } from './userLicenses';
import { field } from './planParts';
import type { NamedLicense } from './resolveLicense';

/** A kind of licence that is given by a record of its own. */
interface Holding {
  object: string;
  userField: string;
  licenseField: string;
  label: string;
}

const holdings = {
  'permission-set-license': {
    object: 'PermissionSetLicenseAssign',
    userField: 'AssigneeId',
    licenseField: 'PermissionSetLicenseId',
    label: 'Permission set licence',
  },
  'package-license': {
    object: 'UserPackageLicense',
    userField: 'UserId',
    licenseField: 'PackageLicenseId',
    label: 'Package licence',
  },
} as const;

/** How users hold a licence; undefined for a user licence, which a profile brings. */
export function holdingOf({ kind }: NamedLicense): Holding | undefined {
  return kind.prefix === 'user-license' ? undefined : holdings[kind.prefix];
}

/** Seats of a licence. A package for everybody has as many as one likes. */
export function seatsOf({ kind, record }: NamedLicense): License {
  const { fields, label, id } = record;
  const isPackage = kind.prefix === 'package-license';
  const total = Number(
    isPackage ? fields.AllowedLicenses : fields.TotalLicenses,
  );
  const used = Number(fields.UsedLicenses ?? 0);
  return { id, name: label, total, used, free: Math.max(0, total - used) };
}

/** Whether a package is for everybody, so that nobody is assigned to it. */
export function isForEverybody({ kind, record }: NamedLicense): boolean {
  return (
    kind.prefix === 'package-license' &&
    Number(record.fields.AllowedLicenses) < 0
  );
}

/** The record by which each of the users holds the licence, by user. */
export async function readHolders(options: {
  reader: SalesforceReader;
  holding: Holding;
  licenseId: string;
  userIds: string[];
}): Promise<Map<string, string>> {
  const { reader, holding, licenseId, userIds } = options;
  const { object, userField, licenseField } = holding;
  const pages = await Promise.all(
    chunksForUrl(userIds).map(ids =>
      reader.queryAll<SalesforceRecord & { Id: string }>(
        soql.select({
          from: object,
          fields: ['Id', userField],
          where: soql.and(
            soql.eq(licenseField, licenseId),
            soql.inList(userField, ids),
          ),
        }),
      ),
    ),
  );
  return new Map(
    pages.flat().map(record => [String(record[userField]), record.Id]),
  );
}

/** Gives a user the licence, or takes it: the record of it is made or deleted. */
export function holdingChange(options: {
  user: ResolvedUser;
  holding: Holding;
  license: { id: string; label: string };
  /** The record by which it is held, where it is to be taken away. */
  heldBy?: string;
  after?: number[];
}): PlannedChange {
  const { user, holding, license, heldBy, after = [] } = options;
  const isGiven = heldBy === undefined;
  const id = (name: string, label: string, value: string, words: string) =>
    field({
      name,
      label,
      before: isGiven ? null : value,
      after: isGiven ? value : null,
      ...(isGiven ? { afterLabel: words } : { beforeLabel: words }),
    });
  return {
    object: holding.object,
    recordId: heldBy ?? null,
    operation: isGiven ? 'create' : 'delete',
    fields: [
      id(holding.userField, 'User', user.id, user.name),
      id(holding.licenseField, holding.label, license.id, license.label),
    ],
    summary: isGiven
      ? `Give ${user.name} the licence "${license.label}"`
      : `Take the licence "${license.label}" from ${user.name}`,
    target: user.target,
    naturalKey: [holding.userField, holding.licenseField],
    ...(after.length > 0 ? { after } : {}),
  };
}
