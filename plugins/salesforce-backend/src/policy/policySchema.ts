import type { Policy } from '@salesdesk/backstage-plugin-salesforce-common';
import { Duration } from 'luxon';
import { durationInWords } from '../domain/duration';
import { z } from 'zod';

const entityRef = z
  .string()
  .regex(
    /^(user|group):[a-z0-9._-]+\/[a-z0-9._-]+$/i,
    'Give a complete entity ref such as group:default/revops-approvers',
  )
  .max(255)
  .transform(ref => ref.toLocaleLowerCase('en-US'));

/** What lies further ahead cannot be written as a moment, and means never. */
const longest = Duration.fromObject({ years: 100 }).toMillis();

const duration = z
  .string()
  .max(50)
  .refine(value => {
    const parsed = Duration.fromISO(value);
    return parsed.isValid && parsed.toMillis() > 0;
  }, 'Give an ISO 8601 duration such as P14D')
  .refine(value => {
    const parsed = Duration.fromISO(value);
    return !parsed.isValid || parsed.toMillis() <= longest;
  }, 'A hundred years are the longest');

const reviewerSource = z
  .strictObject({
    kind: z.enum(['permission', 'group', 'user', 'manager', 'org_owner']),
    ref: entityRef.optional(),
  })
  .superRefine(({ kind, ref }, context) => {
    const wanted = kind === 'group' || kind === 'user';
    const complain = (message: string) =>
      context.addIssue({ code: 'custom', path: ['ref'], message });
    if (wanted && !ref) complain(`Say which ${kind}`);
    if (!wanted && ref) complain(`A source of kind ${kind} has no ref`);
    if (wanted && ref && !ref.startsWith(`${kind}:`)) {
      complain(`Give the entity ref of a ${kind}`);
    }
  });

const stage = z.strictObject({
  name: z.string().trim().min(1).max(100),
  requirements: z
    .array(
      z.strictObject({
        count: z.number().int().min(1).max(20),
        from: z.array(reviewerSource).min(1).max(20),
      }),
    )
    .min(1)
    .max(10),
});

const members = z.strictObject({
  enabled: z.boolean(),
  audience: z.array(entityRef).max(100),
  selfService: z.enum(['off', 'allowed', 'only']),
  stages: z.array(stage).max(10),
  reason: z.enum(['required', 'optional']),
  limits: z.strictObject({
    maxTargets: z.number().int().min(1).max(10_000).optional(),
    maxDuration: duration.optional(),
  }),
  expiresAfter: duration,
  distinctReviewers: z.boolean(),
  remindAfter: duration.optional(),
  escalation: z
    .strictObject({
      after: duration,
      to: z.array(reviewerSource).min(1).max(20),
    })
    .optional(),
});

/** What a policy says, as the OpenAPI document describes it. */
export const policySchema = members.superRefine((policy, context) => {
  for (const { path, message } of whatComesTooLate(policy)) {
    context.addIssue({ code: 'custom', path, message });
  }
}) satisfies z.ZodType<Policy>;

/** Some of a policy's members, as the configuration gives them. */
export const partialPolicySchema = members.partial();

/**
 * What a policy promises and would never do, because a request has expired by
 * then. Each part is fine by itself, so this is asked of whole policies.
 */
export function whatComesTooLate(
  policy: Pick<Policy, 'expiresAfter' | 'remindAfter' | 'escalation'>,
): Array<{ path: string[]; message: string }> {
  const { expiresAfter, remindAfter, escalation } = policy;
  const end = Duration.fromISO(expiresAfter).toMillis();
  const isTooLate = (after: string | undefined) =>
    after !== undefined && Duration.fromISO(after).toMillis() >= end;
  const words = durationInWords(expiresAfter);
  return [
    ...(isTooLate(remindAfter)
      ? [
          {
            path: ['remindAfter'],
            message: `Nobody would be reminded: a request expires after ${words}. Remind before that`,
          },
        ]
      : []),
    ...(isTooLate(escalation?.after)
      ? [
          {
            path: ['escalation', 'after'],
            message: `Nobody else would be asked: a request expires after ${words}. Escalate before that`,
          },
        ]
      : []),
  ];
}

/** A part of a policy that is laid over another one. */
export type PartialPolicy = Partial<Policy>;
