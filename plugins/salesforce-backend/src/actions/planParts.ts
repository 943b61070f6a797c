import type { FieldValue } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  PlannedChange,
  PlannedField,
  ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';

/** One field of a change. */
export function field(options: {
  name: string;
  label: string;
  before: FieldValue;
  after: FieldValue;
  beforeLabel?: string;
  afterLabel?: string;
}): PlannedField {
  const { beforeLabel, afterLabel, ...rest } = options;
  return {
    ...rest,
    ...(beforeLabel === undefined ? {} : { beforeLabel }),
    ...(afterLabel === undefined ? {} : { afterLabel }),
  };
}

/** The same field, whose value is the record that a change creates. */
export function fieldFrom(
  planned: PlannedField,
  position: number,
): PlannedField {
  return planned.after === ''
    ? { ...planned, after: null, afterFrom: position }
    : planned;
}

const yesNo = (value: boolean) => (value ? 'Yes' : 'No');

/** A field that is yes or no. */
export function flag(options: {
  name: string;
  label: string;
  after: boolean;
}): PlannedField {
  const { name, label, after } = options;
  return {
    name,
    label,
    before: !after,
    after,
    beforeLabel: yesNo(!after),
    afterLabel: yesNo(after),
  };
}

/** A change of fields of a user. */
export function updateOfUser(options: {
  user: ResolvedUser;
  fields: PlannedField[];
  summary: string;
  after?: number[];
}): PlannedChange {
  const { user, fields, summary, after } = options;
  return {
    object: 'User',
    recordId: user.id,
    operation: 'update',
    fields,
    summary,
    target: user.target,
    ...(after ? { after } : {}),
  };
}

/** Another role, or none. */
export function roleChange(
  user: ResolvedUser,
  role: { id: string; label: string } | undefined,
): PlannedChange {
  return updateOfUser({
    user,
    fields: [
      field({
        name: 'UserRoleId',
        label: 'Role',
        before: user.roleId,
        after: role?.id ?? null,
        beforeLabel: user.roleName ?? 'none',
        afterLabel: role?.label ?? 'none',
      }),
    ],
    summary: role
      ? `Change the role of ${user.name} from ${
          user.roleName ? `"${user.roleName}"` : 'none'
        } to "${role.label}"`
      : `Take the role "${user.roleName}" from ${user.name}`,
  });
}

/** Freezing or unfreezing: it stands in a record of its own. */
export function updateOfLogin(options: {
  user: ResolvedUser;
  userLoginId: string;
  isFrozen: boolean;
  after?: number[];
}): PlannedChange {
  const { user, userLoginId, isFrozen, after } = options;
  return {
    object: 'UserLogin',
    recordId: userLoginId,
    operation: 'update',
    fields: [flag({ name: 'IsFrozen', label: 'Frozen', after: isFrozen })],
    summary: `${isFrozen ? 'Freeze' : 'Unfreeze'} ${user.name}`,
    target: user.target,
    ...(after ? { after } : {}),
  };
}
