import type { RecordReader, Row } from '../../core/types';
import { licenseLimitRefusal } from '../refusals';
import { idOf, numberOf } from '../textOf';

/** The user licence that a profile belongs to. */
export function licenseOfProfile(
  reader: RecordReader,
  profileId: string | undefined,
): Row | undefined {
  const profile = profileId ? reader.get('Profile', profileId) : undefined;
  const licenseId = idOf(profile?.UserLicenseId);
  return licenseId ? reader.get('UserLicense', licenseId) : undefined;
}

/**
 * Seats of a user licence that are taken: one by each active user with a
 * profile of that licence. Frozen users are active.
 */
export function usedSeats(options: {
  reader: RecordReader;
  licenseId: string;
  exceptUserId?: string;
}): number {
  const { reader, licenseId, exceptUserId } = options;
  let used = 0;
  for (const profile of reader.findBy('Profile', 'UserLicenseId', licenseId)) {
    for (const user of reader.findBy('User', 'ProfileId', profile.Id)) {
      if (user.IsActive === true && user.Id !== exceptUserId) {
        used += 1;
      }
    }
  }
  return used;
}

/**
 * Refuses unless the licence of the profile has a seat for one more active
 * user. Checked and taken within one transaction, so two callers can never
 * both get the last seat.
 */
export function requireSeat(options: {
  reader: RecordReader;
  profileId: string | undefined;
  userId?: string;
}): void {
  const { reader, profileId, userId } = options;
  const license = licenseOfProfile(reader, profileId);
  const total = numberOf(license?.TotalLicenses);
  if (!license || total === undefined || total < 0) {
    return;
  }
  const used = usedSeats({
    reader,
    licenseId: license.Id,
    exceptUserId: userId,
  });
  if (used >= total) {
    throw licenseLimitRefusal();
  }
}
