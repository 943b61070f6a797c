import type { DraftRow } from '../../core/types';
import { API_INTEGRATION_LICENSE } from '../../rules/permissions/licensePolicies';
import { integrationPermissionSet } from '../foundation/integrationPermissions';
import { loadPermissionSetLicenses } from '../foundation/licenses';
import {
  loadPermissionSetGroups,
  loadPermissionSets,
  type LoadedPermissionSetGroup,
  type PermissionSetGroupSpec,
  type PermissionSetSpec,
} from '../foundation/permissionSets';
import { demoPermissionSets } from '../demo/demoPermissionSets';
import { idOfName, type LoadContext } from '../LoadContext';
import {
  assignPermissionSet,
  assignPermissionSetLicense,
  loadGroup,
} from '../people/access';
import { usernameOf, type UserSpec } from '../people/UserSpec';
import { generatedUsers, type GenerationPlan } from './generation';

/** Loads permission sets, groups and who has what. */
export function loadGeneratedAccess(
  context: LoadContext,
  options: {
    plan: GenerationPlan;
    specs: readonly UserSpec[];
    userIds: ReadonlyMap<string, string>;
  },
): void {
  const { plan, specs, userIds } = options;
  const licenseIds = loadPermissionSetLicenses(context, [
    {
      developerName: API_INTEGRATION_LICENSE,
      label: 'Salesforce API Integration',
      total: 5,
    },
  ]);
  const setSpecs = permissionSetsOf(plan);
  const setIds = loadPermissionSets(context, {
    specs: [...setSpecs, integrationPermissionSet],
    permissionSetLicenseIds: licenseIds,
  });
  const groups = loadPermissionSetGroups(context, {
    specs: permissionSetGroupsOf(plan, setSpecs),
    permissionSetIds: setIds,
  });
  const integration = userIds.get(generatedUsers.integration);
  if (integration) {
    assignPermissionSetLicense(context, {
      licenseId: idOfName(licenseIds, API_INTEGRATION_LICENSE),
      userIds: [integration],
    });
    assignPermissionSet(context, {
      permissionSetId: idOfName(setIds, integrationPermissionSet.label),
      userIds: [integration],
    });
  }
  loadAssignments(context, {
    userIds: specs
      .filter(({ profile }) => !profile.includes('API Only'))
      .map(spec => idOfName(userIds, usernameOf(spec))),
    setIds: setSpecs.map(({ label }) => idOfName(setIds, label)),
    groups: [...groups.values()],
    average: plan.assignmentsPerUser,
  });
  loadGroups(context, { plan, userIds: [...userIds.values()] });
}

/** The sets of the demo that need no licence, over and over. */
function permissionSetsOf({ permissionSets }: GenerationPlan) {
  const moulds = demoPermissionSets.filter(({ license }) => !license);
  return Array.from(
    { length: permissionSets },
    (_, index): PermissionSetSpec => {
      const mould = moulds[index % moulds.length];
      const round = Math.floor(index / moulds.length);
      return round === 0
        ? mould
        : { ...mould, label: `${mould.label} ${round + 1}` };
    },
  );
}

function permissionSetGroupsOf(
  { permissionSetGroups }: GenerationPlan,
  sets: readonly PermissionSetSpec[],
): PermissionSetGroupSpec[] {
  return Array.from({ length: permissionSetGroups }, (_, index) => ({
    label: `Access Bundle ${String(index + 1).padStart(3, '0')}`,
    contains: [
      ...new Set(
        [index, index * 3 + 1, index * 7 + 2].flatMap(
          number => sets[number % sets.length]?.label ?? [],
        ),
      ),
    ],
  }));
}

/** Each user gets about the average, one in five of them through a group. */
function loadAssignments(
  { org, random, time }: LoadContext,
  options: {
    userIds: readonly string[];
    setIds: readonly string[];
    groups: readonly LoadedPermissionSetGroup[];
    average: number;
  },
): void {
  const { userIds, setIds, groups, average } = options;
  const possible = setIds.length + groups.length;
  const modified = [30, 90, 150, 210].map(days => time.datetime(-days));
  const rows: DraftRow[] = [];
  for (const userId of userIds) {
    const wanted = Math.round(random.next() * 2 * average);
    const taken = new Set<string>();
    for (let count = Math.min(wanted, possible); count > 0; count -= 1) {
      const group =
        groups.length > 0 && random.chance(0.2)
          ? random.pick(groups)
          : undefined;
      const setId =
        group?.permissionSetId ??
        (setIds.length > 0 ? random.pick(setIds) : undefined);
      if (setId && !taken.has(setId)) {
        taken.add(setId);
        rows.push({
          AssigneeId: userId,
          PermissionSetId: setId,
          PermissionSetGroupId: group?.id,
          SystemModstamp: modified[count % modified.length],
        });
      }
    }
  }
  org.store.load('PermissionSetAssignment', rows);
}

function loadGroups(
  context: LoadContext,
  options: { plan: GenerationPlan; userIds: readonly string[] },
): void {
  const { random } = context;
  const { plan, userIds } = options;
  for (let index = 0; index < plan.groups; index += 1) {
    const isQueue = index % 10 === 9;
    const name = `${isQueue ? 'Queue' : 'Team'} ${String(index + 1).padStart(
      4,
      '0',
    )}`;
    const members = new Set(
      Array.from({ length: random.integer(3, 25) }, () => random.pick(userIds)),
    );
    loadGroup(context, {
      name,
      developerName: name.replace(/ /g, '_'),
      type: isQueue ? 'Queue' : 'Regular',
      memberIds: [...members],
      objects: isQueue ? ['Case', 'Lead'] : [],
    });
  }
}
