import {
  isSalesdeskError,
  type Problem,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  ActionContext,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { SalesforceOrgServer } from '@salesdesk/salesforce-org';
import { builtInActions } from '../../actions';
import type { PlannedWork } from '../../executor/PlannedWork';
import type { JsforceGateway } from '../../gateway';
import { changesToUndo } from '../../requests/changesToUndo';
import { applyChanges, preview, undo } from '../applyPlan';
import type { SeededRandom } from './SeededRandom';

/** Salesforce deletes no users: undoing such a request deactivates them. */
const leavesSomething = new Set(['salesforce_create_user']);

const notCompared =
  /^(AuthSession|LoginHistory|LoginGeo|SetupAuditTrail|EventLogFile|OauthToken|.*History|.*Share|.*Feed|RecentlyViewed|PasswordReset)$/;
const stamps =
  /^(Id|CreatedDate|LastModifiedDate|SystemModstamp|LastPasswordChangeDate|LastLoginDate|LastViewedDate|LastReferencedDate|LastStageChangeDate|CreatedById|LastModifiedById|UsedLicenses|UsersCount)$/;

/** The actions of the catalogue that say they can be undone. */
export const undoableActions = builtInActions.filter(
  (action): action is SalesforceWriteAction =>
    action.kind === 'write' &&
    action.undo.kind !== 'none' &&
    !leavesSomething.has(action.id),
);

/** What a sequence came to. */
export interface UndoneSequence {
  /** Actions that were applied, in order. */
  applied: string[];
  /** Why actions were not: what was chosen does not fit these people. */
  unfit: string[];
  /** What Salesforce refused to take back; then nothing can be compared. */
  refusals: string[];
  problems: string[];
}

/**
 * Applies some actions by chance to some people, one after the other, and then
 * takes each back, the last one first. The org must be as it was.
 */
export async function undoSequence(options: {
  server: SalesforceOrgServer;
  gateway: JsforceGateway;
  context: () => Promise<ActionContext>;
  random: SeededRandom;
  /** The org as it is now, where that is known already. */
  before?: Contents;
}): Promise<UndoneSequence> {
  const { server, gateway, context, random } = options;
  const others = othersOf(server, random);
  const { before = contents(server) } = options;
  const done: Array<{
    action: SalesforceWriteAction;
    input: unknown;
    work: PlannedWork[];
  }> = [];
  const unfit: string[] = [];
  const steps = 1 + random.below(5);
  for (let step = 0; step < steps; step++) {
    const action = random.pick(undoableActions);
    const input = varied(random.pick(action.examples).input, others, random);
    try {
      const plan = await preview(action, input, await context());
      if (plan.blockers?.length || plan.changes.length === 0) {
        unfit.push(
          `${action.id}: ${plan.blockers?.[0]?.message ?? 'no change'}`,
        );
        continue;
      }
      const { work, applied } = await applyChanges(gateway, plan.changes);
      if (applied.length > 0) done.push({ action, input, work });
      else unfit.push(`${action.id}: ${work[0]?.outcome}`);
    } catch (error) {
      // An input that does not fit these people; nothing was written.
      if (!isSalesdeskError(error) && !isValidation(error)) throw error;
      unfit.push(`${action.id}: ${error}`);
    }
  }
  const refusals: string[] = [];
  for (const { action, input, work } of [...done].reverse()) {
    // A reference to a record that was made again is one that changed.
    const applied = await changesToUndo({
      applied: work.filter(({ outcome }) => outcome === 'applied'),
      all: work,
      reader: gateway,
    }).catch(error => {
      if (!isSalesdeskError(error) || error.code !== 'changed_since') {
        const asked = done.map(one => [one.action.id, one.input]);
        throw new Error(
          `${action.id} cannot be looked at after ${JSON.stringify(asked)}`,
          { cause: error },
        );
      }
      refusals.push(`${action.id}: ${error.message}`);
      return undefined;
    });
    if (!applied) break;
    const undone = await undo({
      action,
      input,
      applied,
      context: await context(),
      gateway,
    });
    for (const refusal of undone.refusals) {
      refusals.push(`${action.id}: ${inWords(refusal.problem)}`);
    }
  }
  return {
    applied: done.map(({ action }) => action.id),
    unfit,
    refusals,
    problems: refusals.length > 0 ? [] : differences(before, contents(server)),
  };
}

function inWords({ code, message }: Problem): string {
  return `${code} ${message}`;
}

function isValidation(error: unknown): boolean {
  return error instanceof Error && error.name === 'ZodError';
}

/** What an input may name instead, by the member of the input. */
type Others = Record<string, string[]>;

/** A few people, so that what is done to them meets; and everything to give. */
function othersOf(server: SalesforceOrgServer, random: SeededRandom): Others {
  const { store } = server.org;
  const named = (object: string, name: string) =>
    [...store.all(object)].flatMap(row =>
      row[name] ? [String(row[name])] : [],
    );
  const usernames = [...store.all('User')]
    .filter(user => user.UserType === 'Standard')
    .map(user => String(user.Username));
  return {
    users: Array.from({ length: 3 }, () => random.pick(usernames)),
    profile: named('Profile', 'Name'),
    role: named('UserRole', 'Name'),
    permissionSet: named('PermissionSet', 'Label'),
    permissionSetGroup: named('PermissionSetGroup', 'MasterLabel'),
    license: named('PermissionSetLicense', 'MasterLabel'),
    group: named('Group', 'Name'),
  };
}

/** The same input for other people, and now and then with something else to give. */
function varied(input: unknown, others: Others, random: SeededRandom): unknown {
  if (random.next() < 0.2) return input;
  return Object.fromEntries(
    Object.entries(input as Record<string, unknown>).map(([name, value]) => {
      if (name === 'users' && Array.isArray(value)) {
        const users = Array.from({ length: 1 + random.below(3) }, () =>
          random.pick(others.users),
        );
        return [name, users];
      }
      const isOther = name in others && random.next() < 0.5;
      return [name, isOther ? random.pick(others[name]) : value];
    }),
  );
}

/** All rows of an org, by object and id. */
export type Contents = Map<string, Map<string, Record<string, unknown>>>;

/** All rows that an undone sequence must leave as they were. */
export function contents(server: SalesforceOrgServer): Contents {
  const all: Contents = new Map();
  // Salesforce keeps a permission set of its own for each group of them.
  const groupSets = new Set(
    [...server.org.store.all('PermissionSet')]
      .filter(row => row.PermissionSetGroupId)
      .map(row => row.Id),
  );
  for (const { name } of server.org.schema.all()) {
    if (notCompared.test(name)) continue;
    const rows = [...server.org.store.all(name)].filter(
      row => !groupSets.has(row.Id) && !groupSets.has(String(row.ParentId)),
    );
    all.set(name, new Map(rows.map(row => [row.Id, row])));
  }
  return all;
}

/** What the org itself decides about a record that is made again. */
const decidedByTheOrg: Record<string, RegExp> = {
  Group: /^OwnerId$/,
  PermissionSetAssignment: /^IsActive$/,
  PermissionSetGroup: /^Status$/,
};

/**
 * Rows that differ. A record that was deleted and made again has another id;
 * it counts as the same when all else is.
 */
function differences(before: Contents, after: Contents): string[] {
  const isIn = (side: Contents, id: string) =>
    [...side.values()].some(rows => rows.has(id));
  const plain = (object: string, row: Record<string, unknown>) =>
    JSON.stringify(
      Object.entries(row)
        .filter(
          ([name, value]) =>
            Boolean(value) &&
            !stamps.test(name) &&
            // the set that Salesforce keeps for the group
            !(name === 'PermissionSetId' && row.PermissionSetGroupId) &&
            !decidedByTheOrg[object]?.test(name),
        )
        .map(([name, value]) => [
          name,
          typeof value === 'string' &&
          isIn(before, value) !== isIn(after, value)
            ? 'made again'
            : value,
        ])
        .sort(),
    );
  const found: string[] = [];
  for (const [object, rows] of before) {
    const now = after.get(object) ?? new Map();
    const missing: string[] = [];
    for (const [id, row] of rows) {
      const current = now.get(id);
      if (current === row) continue;
      if (!current) missing.push(plain(object, row));
      else if (plain(object, current) !== plain(object, row)) {
        found.push(
          `${object} ${plain(object, row)} became ${plain(object, current)}`,
        );
      }
    }
    for (const [id, row] of now) {
      if (rows.has(id)) continue;
      const again = missing.indexOf(plain(object, row));
      if (again >= 0) missing.splice(again, 1);
      else found.push(`${object} left behind: ${plain(object, row)}`);
    }
    found.push(...missing.map(row => `${object} is gone: ${row}`));
  }
  return found;
}
