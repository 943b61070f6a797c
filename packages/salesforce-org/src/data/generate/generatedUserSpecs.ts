import type { LoadContext } from '../LoadContext';
import { inventPeople } from '../people/inventPeople';
import { UniqueNames } from '../people/UniqueNames';
import type { UserSpec } from '../people/UserSpec';
import { generatedUsers, type GenerationPlan } from './generation';

/** Shares of the demo company: one in six inactive, one in nine on Platform. */
const inactiveShare = 0.17;
const platformShare = 0.11;

/**
 * Describes the users of a generated org: an administrator, an integration
 * user, and people in the proportions of the demo.
 */
export function generatedUserSpecs(
  context: LoadContext,
  options: {
    plan: GenerationPlan;
    profileNames: readonly string[];
    roleNames: readonly string[];
  },
): UserSpec[] {
  const { random, time } = context;
  const { plan, profileNames, roleNames } = options;
  const fixed = fixedUsers(time.datetime(-400));
  const people = inventPeople({
    random,
    count: Math.max(0, plan.users - fixed.length),
    domain: 'generated.test',
    addresses: new UniqueNames({ taken: fixed.map(({ email }) => email) }),
  });
  const fullProfiles = profileNames.filter(
    name =>
      !name.includes('Platform') &&
      !name.includes('API Only') &&
      name !== 'System Administrator',
  );
  const invented = people.map((person, index): UserSpec => {
    const { firstName, lastName, email, culture } = person;
    const isActive = !random.chance(inactiveShare);
    const age = 30 + random.next() * 1500;
    return {
      firstName,
      lastName,
      email,
      profile: profileOf(context, { index, fullProfiles }),
      role: roleNames[index % roleNames.length],
      title: random.pick(['Account Executive', 'Analyst', 'Support Engineer']),
      department: random.pick(['Sales', 'Finance', 'Customer Service']),
      isActive,
      lastLogin: random.chance(0.04)
        ? null
        : time.datetime(-(isActive ? random.next() ** 3 * 200 : age / 2)),
      created: time.datetime(-age),
      timeZone: random.pick(culture.timeZones),
      locale: culture.locale,
      language: culture.language,
      country: culture.country,
      isFrozen: isActive && random.chance(0.01),
    };
  });
  return [...fixed.slice(0, plan.users), ...invented];
}

function profileOf(
  { random }: LoadContext,
  options: { index: number; fullProfiles: readonly string[] },
): string {
  const { index, fullProfiles } = options;
  if (index % 250 === 249) {
    return 'System Administrator';
  }
  if (random.chance(platformShare)) {
    return 'Standard Platform User';
  }
  return random.chance(0.5) ? 'Standard User' : random.pick(fullProfiles);
}

function fixedUsers(created: string): UserSpec[] {
  const common = {
    firstName: null,
    isActive: true,
    lastLogin: null,
    created,
    timeZone: 'America/New_York',
    locale: 'en_US',
    language: 'en_US',
    country: 'United States',
  };
  return [
    {
      ...common,
      lastName: 'Administrator',
      email: generatedUsers.administrator,
      profile: 'System Administrator',
    },
    {
      ...common,
      lastName: 'Integration',
      email: generatedUsers.integration,
      profile: 'Minimum Access - API Only Integrations',
    },
  ];
}
