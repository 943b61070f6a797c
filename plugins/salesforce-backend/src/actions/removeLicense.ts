import {
  removeLicense as declaration,
  type Blocker,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
  type ActionContext,
  type PlannedChange,
  type ResolvedUser,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { chunksForUrl } from '../gateway';
import { removalChange, type Assignable } from './assignments';
import { changeProfile } from './changeProfile';
import { holdingChange, holdingOf, readHolders } from './licenseHoldings';
import type { Assignment } from './permissionSetReads';
import { withoutProtected } from './lockout';
import { profileForLicense } from './profileForLicense';
import { resolveLicense } from './resolveLicense';
import { namesOf } from './words';

/** An assignment for which a licence is needed. */
interface NeedingRow extends Assignment {
  AssigneeId: string;
  PermissionSet: { Label: string } | null;
}

/**
 * Takes licences away. Salesforce keeps a permission set licence with whoever
 * has a permission set that needs it, so these go first, if that is wanted.
 */
export const removeLicense = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver, reader } = context;
    const [users, license] = await Promise.all([
      resolver.users({
        path: 'users',
        references: input.users,
        setsInclude: 'all',
      }),
      resolveLicense(context, input.license),
    ]);
    const { record } = license;
    const holding = holdingOf(license);
    if (!holding) {
      const profile = await profileForLicense({
        context,
        license,
        profile: input.profile,
        want: 'without',
      });
      return changeProfile.preview({
        input: { users: users.map(({ id }) => id), profile },
        context,
      });
    }
    const holders = await readHolders({
      reader,
      holding,
      licenseId: record.id,
      userIds: users.map(({ id }) => id),
    });
    const { users: holdersNamed, leftOut } = withoutProtected({
      users: users.filter(({ id }) => holders.has(id)),
      context,
      path: 'users',
    });
    const needing = await readNeeding(context, record.id, holdersNamed);
    const changes: PlannedChange[] = [];
    const removedAt = new Map<string, number[]>();
    for (const { user, assignment } of input.removePermissionSets
      ? needing
      : []) {
      const positions = removedAt.get(user.id) ?? [];
      removedAt.set(user.id, [...positions, changes.length]);
      changes.push(
        removalChange({ user, what: setOf(assignment), held: assignment }),
      );
    }
    for (const user of holdersNamed) {
      changes.push(
        holdingChange({
          user,
          holding,
          license: record,
          heldBy: holders.get(user.id),
          after: removedAt.get(user.id),
        }),
      );
    }
    return {
      title: `Take the licence "${record.label}" from ${namesOf(holdersNamed)}`,
      changes,
      leftOut: [
        ...leftOut,
        ...users
          .filter(({ id }) => !holders.has(id))
          .map(({ target }) => ({ target, reason: 'Does not have it' })),
      ],
      targets: users.map(({ target }) => target),
      blockers: input.removePermissionSets ? [] : stillNeeded(needing),
    };
  },
  undo: {
    kind: 'inverse',
    note: 'Undoing gives the licence back, if a seat is free then, and after it the permission sets',
  },
  examples: [
    {
      words:
        'Take the Sales Cloud Einstein licence from Priya Raman, permission sets that need it too',
      input: {
        users: ['priya.raman@acme.com'],
        license: 'Sales Cloud Einstein',
        removePermissionSets: true,
      },
    },
  ],
});

interface Needing {
  user: ResolvedUser;
  assignment: NeedingRow;
}

/** Assignments of these users that need the licence. */
async function readNeeding(
  context: ActionContext,
  licenseId: string,
  users: ResolvedUser[],
): Promise<Needing[]> {
  const pages = await Promise.all(
    chunksForUrl(users.map(({ id }) => id)).map(ids =>
      context.reader.queryAll<SalesforceRecord & NeedingRow>(
        soql.select({
          from: 'PermissionSetAssignment',
          fields: [
            'Id',
            'AssigneeId',
            'PermissionSetId',
            'PermissionSetGroupId',
            'PermissionSet.Label',
            'ExpirationDate',
          ],
          where: soql.and(
            soql.eq('PermissionSet.LicenseId', licenseId),
            soql.inList('AssigneeId', ids),
          ),
        }),
      ),
    ),
  );
  const byId = new Map(users.map(user => [user.id, user]));
  return pages.flat().flatMap(assignment => {
    const user = byId.get(assignment.AssigneeId);
    return user ? [{ user, assignment }] : [];
  });
}

function setOf({ PermissionSetId, PermissionSet }: NeedingRow): Assignable {
  return {
    id: PermissionSetId,
    label: PermissionSet?.Label ?? PermissionSetId,
    fieldName: 'PermissionSetId',
    fieldLabel: 'Permission set',
  };
}

function stillNeeded(needing: Needing[]): Blocker[] {
  return needing.map(({ user, assignment }) => ({
    code: 'license_needed',
    message: `${user.name} needs the licence for "${setOf(assignment).label}"`,
    remedy:
      'Ask again with the permission sets that need it, or remove these first',
    target: user.target,
  }));
}
