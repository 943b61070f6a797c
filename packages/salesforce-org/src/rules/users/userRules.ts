import { SalesforceError } from '../../core/SalesforceError';
import type {
  BeforeInsertEvent,
  BeforeUpdateEvent,
  ObjectRules,
  OrgServices,
} from '../../core/types';
import { wouldLoop } from '../hierarchy';
import type { LicenseCounts } from '../LicenseCounts';
import { hierarchyLoopRefusal, refusal } from '../refusals';
import { idOf, textOf } from '../textOf';
import { deactivationBlockers } from './deactivationBlockers';
import { holdBackEmail } from './emailChange';
import { defaultNickname, nicknameProblem } from './nicknameRules';
import { afterUserInsert, afterUserUpdate } from './userEffects';
import { requireProfileChange } from './profileChange';
import { usernameProblem } from './usernameRules';
import { licenseOfProfile, requireSeat, usedSeats } from './userSeats';

/** Fields without which Salesforce refuses to create a user. */
export const requiredUserFields: readonly string[] = [
  'Username',
  'LastName',
  'Email',
  'Alias',
  'ProfileId',
  'TimeZoneSidKey',
  'LocaleSidKey',
  'EmailEncodingKey',
  'LanguageLocaleKey',
];

/** References of a user to other users that may not form a circle. */
const hierarchyFields = ['ManagerId', 'DelegatedApproverId'] as const;

/**
 * Users: names that are unique on earth, seats of licences, and everything
 * that hangs on IsActive, ProfileId and UserRoleId.
 */
export function userRules(options: {
  org: OrgServices;
  counts: LicenseCounts;
}): ObjectRules {
  const { org, counts } = options;
  const noteCount = (
    event: BeforeInsertEvent | BeforeUpdateEvent,
    profileId: string | undefined,
  ) => {
    const license = licenseOfProfile(event.tx, profileId);
    if (license) {
      counts.noteBeforeChange(license.Id, () =>
        usedSeats({ reader: event.tx, licenseId: license.Id }),
      );
    }
  };
  return {
    object: 'User',
    requiredOnInsert: requiredUserFields,
    defaults: () => ({ IsActive: true }),

    beforeInsert(event) {
      const { row, tx } = event;
      refuseMissing(event);
      row.Username = textOf(row.Username).trim().toLowerCase();
      throwIfAny([
        usernameProblem({ reader: tx, username: row.Username }),
        textOf(row.CommunityNickname)
          ? nicknameProblem({
              reader: tx,
              nickname: textOf(row.CommunityNickname),
            })
          : undefined,
      ]);
      row.CommunityNickname =
        textOf(row.CommunityNickname) ||
        defaultNickname({ reader: tx, username: row.Username });
      const profile = tx.get('Profile', textOf(row.ProfileId));
      row.UserType = profile?.UserType ?? 'Standard';
    },

    beforeUpdate(event) {
      const { before, row, tx } = event;
      if (event.changed('Username')) {
        row.Username = textOf(row.Username).trim().toLowerCase();
      }
      throwIfAny([
        event.changed('Username')
          ? usernameProblem({
              reader: tx,
              username: textOf(row.Username),
              userId: before.Id,
            })
          : undefined,
        event.changed('CommunityNickname')
          ? nicknameProblem({
              reader: tx,
              nickname: textOf(row.CommunityNickname),
              userId: before.Id,
            })
          : undefined,
      ]);
      hierarchyFields
        .filter(field => event.changed(field))
        .forEach(field => refuseLoop(event, field));
      holdBackEmail(event);
      if (event.changed('ProfileId')) {
        requireProfileChange(event);
      }
      if (event.changed('IsActive') && row.IsActive === false) {
        refuseBlocked(event);
      }
    },

    validate(event) {
      const { row, tx } = event;
      const before = 'before' in event ? event.before : undefined;
      const takesSeat =
        row.IsActive === true &&
        (before?.IsActive !== true ||
          textOf(before.ProfileId) !== textOf(row.ProfileId));
      if (before?.IsActive === true) {
        noteCount(event, idOf(before.ProfileId));
      }
      if (takesSeat) {
        requireSeat({
          reader: tx,
          profileId: idOf(row.ProfileId),
          userId: before?.Id,
        });
        noteCount(event, idOf(row.ProfileId));
      }
    },

    afterInsert: afterUserInsert,
    afterUpdate: afterUserUpdate,

    beforeDelete() {
      throw refusal(
        org.switches.userDeleteErrorCode,
        'insufficient access rights on object id',
      );
    },
  };
}

function refuseMissing({ row }: BeforeInsertEvent): void {
  const missing = requiredUserFields.filter(
    field =>
      row[field] === undefined || row[field] === null || row[field] === '',
  );
  if (missing.length > 0) {
    throw refusal(
      'REQUIRED_FIELD_MISSING',
      `Required fields are missing: [${missing.join(', ')}]`,
      missing,
    );
  }
}

function refuseLoop(event: BeforeUpdateEvent, field: string): void {
  const loops = wouldLoop({
    reader: event.tx,
    object: 'User',
    field,
    id: event.before.Id,
    parentId: idOf(event.row[field]),
  });
  if (loops) {
    throw hierarchyLoopRefusal(field);
  }
}

function refuseBlocked(event: BeforeUpdateEvent): void {
  const { ctx, tx, org, before } = event;
  const blockers = deactivationBlockers({
    reader: tx,
    schema: org.schema,
    user: before,
    callerId: ctx.userId,
  });
  if (blockers.length === 0) {
    return;
  }
  const shown =
    org.switches.deactivationBlockersShown === 'all'
      ? blockers
      : blockers.slice(0, 1);
  throw SalesforceError.ofEntries({
    entries: shown.map(({ message }) => ({
      errorCode: org.switches.deactivationBlockerErrorCode,
      message,
      fields: [],
    })),
  });
}

function throwIfAny(problems: readonly (SalesforceError | undefined)[]): void {
  const entries = problems.flatMap(problem => problem?.entries ?? []);
  if (entries.length > 0) {
    throw SalesforceError.ofEntries({ entries });
  }
}
