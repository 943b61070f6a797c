import type {
  FieldDescription,
  ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { refuseOwnData } from './OwnDataRefusal';

/**
 * Objects whose rows are about one user, and the field that says which. They
 * concern the person alone, so they are shown whatever setup permissions say.
 */
const rowsAboutUsers: Readonly<Record<string, string>> = {
  user: 'Id',
  userlogin: 'UserId',
  loginhistory: 'UserId',
  permissionsetassignment: 'AssigneeId',
  permissionsetlicenseassign: 'AssigneeId',
  groupmember: 'UserOrGroupId',
  oauthtoken: 'UserId',
  authsession: 'UsersId',
  userpackagelicense: 'UserId',
};

/** Setup that everybody's own rows point at: names of profiles and the like. */
const commonSetup = new Set([
  'profile',
  'userrole',
  'userlicense',
  'permissionset',
  'permissionsetgroup',
  'permissionsetlicense',
  'packagelicense',
  'recordtype',
  'group',
]);

/** Copies of records, in which hidden fields and other people's rows would show. */
const copies = /(History|Share|Feed|ChangeEvent|Tag|Hst)(__\w)?$/i;

/** Parents of parents are looked at as far as paths may go. */
const mostLevels = 4;

/** Whether rows of an object are about one user each. */
export function isAboutUsers(object: string): boolean {
  return object.toLowerCase() in rowsAboutUsers;
}

/** Whether an object is setup whose names everybody may know. */
export function isCommonSetup(object: string): boolean {
  return commonSetup.has(object.toLowerCase());
}

/** The paths of which each must be the person's user id in a row of theirs. */
export type Ownership =
  | { kind: 'user'; path: string }
  | { kind: 'owner'; path: string }
  /** Through parents without which the record cannot be. */
  | { kind: 'parents'; paths: string[]; parents: string[] };

/**
 * How one knows that a row is somebody's own. Refuses objects whose rows belong
 * to nobody.
 */
export async function ownershipOf(options: {
  object: ObjectDescription;
  describe(name: string): Promise<ObjectDescription | undefined>;
}): Promise<Ownership> {
  const { object, describe } = options;
  const known = rowsAboutUsers[object.name.toLowerCase()];
  if (known) return { kind: 'user', path: known };
  const found = copies.test(object.name)
    ? undefined
    : await search({ object, describe, depth: 0 });
  if (!found) {
    return refuseOwnData(
      `Rows of ${object.name} have no owner, and your role reads rows of your own`,
    );
  }
  return found;
}

async function search(options: {
  object: ObjectDescription;
  describe(name: string): Promise<ObjectDescription | undefined>;
  depth: number;
}): Promise<Exclude<Ownership, { kind: 'user' }> | undefined> {
  const { object, describe, depth } = options;
  if (object.fields.some(({ name }) => name === 'OwnerId')) {
    return { kind: 'owner', path: 'OwnerId' };
  }
  if (depth >= mostLevels) return undefined;
  const paths: string[] = [];
  const parents: string[] = [];
  for (const field of object.fields.filter(isNeeded)) {
    const parent = await describe(field.referenceTo[0]);
    if (!parent || copies.test(parent.name)) continue;
    const above = await search({ object: parent, describe, depth: depth + 1 });
    if (!above) continue;
    const way = above.kind === 'owner' ? [above.path] : above.paths;
    paths.push(...way.map(path => `${field.relationshipName}.${path}`));
    parents.push(parent.name, ...(above.kind === 'owner' ? [] : above.parents));
  }
  return paths.length > 0 ? { kind: 'parents', paths, parents } : undefined;
}

/** A reference without which the record cannot be, and to one object only. */
function isNeeded(field: FieldDescription): boolean {
  return (
    field.type === 'reference' &&
    !field.nillable &&
    field.relationshipName !== null &&
    field.referenceTo.length === 1 &&
    // who made and changed it is no parent
    !/^(CreatedBy|LastModifiedBy)$/.test(field.relationshipName) &&
    field.referenceTo[0] !== 'User'
  );
}
