import type { Schema } from '../../schema/definitions';
import type { RecordReader, Row } from '../../core/types';
import type { SetupReferenceKind } from '../setup/settingObjects';
import { textOf } from '../textOf';

/** Something that keeps a user from being deactivated, in words. */
export interface DeactivationBlocker {
  readonly kind:
    | SetupReferenceKind
    | 'HierarchyField'
    | 'OwnUser'
    | 'LastAdministrator';
  readonly message: string;
}

/** Name that the profile of administrators has in every org. */
export const ADMINISTRATOR_PROFILE = 'System Administrator';

const messages: Partial<
  Record<SetupReferenceKind, (reference: Row) => string>
> = {
  DefaultLeadOwner: () =>
    'You cannot deactivate this user. You cannot deactivate a user who is the default owner of leads',
  DefaultCaseOwner: () =>
    'You cannot deactivate this user. You cannot deactivate a user who is the default owner of cases',
  AutomatedCaseUser: () =>
    'You cannot deactivate this user. You cannot deactivate the Automated Case User',
  DefaultWorkflowUser: () => 'You cannot deactivate the Default Workflow User',
  WebToLeadCreator: () => 'You cannot disable the Web to Lead Default Creator.',
  ApprovalApprover: reference =>
    `You cannot deactivate this user. This user is an approver in the approval process: ${textOf(
      reference.Name,
    )}`,
  EmailAlertRecipient: reference =>
    `You cannot deactivate this user. This user is the sole recipient of the workflow email alert: ${textOf(
      reference.Name,
    )}`,
};

/**
 * Everything that keeps a user from being deactivated, in a steady order.
 * Owning records does not; being the running user of a dashboard does not.
 */
export function deactivationBlockers(options: {
  reader: RecordReader;
  schema: Schema;
  user: Row;
  /** Who wants to deactivate them. */
  callerId: string;
}): DeactivationBlocker[] {
  const { reader, user, callerId } = options;
  const blockers: DeactivationBlocker[] = [];
  if (user.Id === callerId) {
    blockers.push({
      kind: 'OwnUser',
      message: 'You cannot deactivate your own user record',
    });
  }
  if (isLastAdministrator(reader, user)) {
    blockers.push({
      kind: 'LastAdministrator',
      message:
        'You cannot deactivate this user. Your organization must have at least one active System Administrator',
    });
  }
  for (const reference of reader.findBy(
    'SetupReference',
    'ReferenceId',
    user.Id,
  )) {
    const kind = reference.Kind as SetupReferenceKind;
    const message = messages[kind]?.(reference);
    if (message) {
      blockers.push({ kind, message });
    }
  }
  return [...blockers, ...hierarchyBlockers(options)];
}

/** Custom hierarchy fields of User block; the standard manager does not. */
function hierarchyBlockers(options: {
  reader: RecordReader;
  schema: Schema;
  user: Row;
}): DeactivationBlocker[] {
  const { reader, schema, user } = options;
  return schema
    .require('User')
    .fields.filter(field => field.custom && field.referenceTo.includes('User'))
    .filter(field => reader.findBy('User', field.name, user.Id).length > 0)
    .map(field => ({
      kind: 'HierarchyField' as const,
      message: `Cannot inactivate user that is the value of a hierarchy field:${field.label}`,
    }));
}

function isLastAdministrator(reader: RecordReader, user: Row): boolean {
  const profiles = reader.findBy('Profile', 'Name', ADMINISTRATOR_PROFILE);
  if (!profiles.some(profile => profile.Id === user.ProfileId)) {
    return false;
  }
  return profiles.every(profile =>
    reader
      .findBy('User', 'ProfileId', profile.Id)
      .every(other => other.Id === user.Id || other.IsActive !== true),
  );
}
