import { z } from 'zod';

/**
 * How large an org to make. Only the number of users is needed; the rest
 * follows the shape of the demo: 10,000 users have 600 groups, 300 permission
 * sets, 50 profiles, 200 roles and 50 permission set groups.
 */
export const generationSchema = z
  .object({
    users: z.number().int().min(1).max(200_000),
    profiles: z.number().int().min(1).optional(),
    roles: z.number().int().min(1).optional(),
    groups: z.number().int().min(0).optional(),
    permissionSets: z.number().int().min(0).optional(),
    permissionSetGroups: z.number().int().min(0).optional(),
    /** On average, besides those of the profiles. */
    assignmentsPerUser: z.number().min(0).max(20).optional(),
    loginsPerUser: z.number().int().min(0).max(50).optional(),
    accounts: z.number().int().min(0).optional(),
    contacts: z.number().int().min(0).optional(),
    opportunities: z.number().int().min(0).optional(),
  })
  .strict();

export type Generation = z.infer<typeof generationSchema>;

/** Every number of a generation, the ones that follow included. */
export type GenerationPlan = Required<Generation>;

/** People of a generated org whom tests can rely on. */
export const generatedUsers = {
  administrator: 'admin@generated.test',
  integration: 'integration@generated.test',
} as const;

/** Fills in what follows from the number of users. */
export function planOf(generation: Generation): GenerationPlan {
  const { users } = generation;
  const share = (part: number, low: number, high: number) =>
    Math.min(high, Math.max(low, Math.round(users * part)));
  const plan = {
    profiles: share(0.005, 10, 100),
    roles: share(0.02, 13, 2000),
    groups: share(0.06, 5, 6000),
    permissionSets: share(0.03, 12, 1000),
    permissionSetGroups: share(0.005, 4, 300),
    assignmentsPerUser: 4,
    loginsPerUser: users > 5000 ? 2 : 8,
    accounts: share(2.2, 20, 8000),
    contacts: share(5, 40, 18000),
    opportunities: share(4, 40, 14000),
  };
  return { ...plan, ...withoutUndefined(generation) };
}

function withoutUndefined(generation: Generation): Generation {
  return generationSchema.parse(
    Object.fromEntries(
      Object.entries(generation).filter(([, value]) => value !== undefined),
    ),
  );
}
