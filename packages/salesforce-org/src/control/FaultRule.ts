import { z } from 'zod';

/** Which requests a fault meets. Everything that is given must fit. */
export const faultMatchSchema = z
  .object({
    method: z.string().optional(),
    /** Regular expression over path and query, both decoded. */
    path: z.string().optional(),
    /** API name of an sobject that the request names anywhere. */
    object: z.string().optional(),
    /** Username or id of who calls. */
    user: z.string().optional(),
    /** Regular expression over the body. */
    body: z.string().optional(),
  })
  .strict();

/** What then happens. */
export const faultEffectSchema = z.discriminatedUnion('type', [
  /** The request is answered so and does nothing. */
  z
    .object({
      type: z.literal('answer'),
      status: z.number().int().min(100).max(599),
      /** JSON, or a text that is sent as it is. */
      body: z.unknown().optional(),
      headers: z.record(z.string(), z.string()).default({}),
    })
    .strict(),
  /** The usual error array with one entry. */
  z
    .object({
      type: z.literal('error'),
      status: z.number().int().min(400).max(599).default(400),
      errorCode: z.string(),
      message: z.string().default('This fault was injected'),
      fields: z.array(z.string()).optional(),
    })
    .strict(),
  /** The socket dies: before the org did anything, or after it did it all. */
  z
    .object({ type: z.literal('loseReply'), when: z.enum(['before', 'after']) })
    .strict(),
  /** The answer takes longer, in real time. */
  z
    .object({
      type: z.literal('latency'),
      milliseconds: z.number().int().min(0),
      when: z.enum(['before', 'after']).default('before'),
    })
    .strict(),
  /** The request waits until the rule is deleted. */
  z
    .object({
      type: z.literal('hold'),
      when: z.enum(['before', 'after']).default('before'),
    })
    .strict(),
  z
    .object({
      type: z.literal('limit'),
      limit: z.enum(['daily', 'concurrent']).default('daily'),
    })
    .strict(),
  /**
   * Reads answer as things were before the last changes: as they were when
   * the rule was made, or some milliseconds (by the org's clock) ago.
   */
  z
    .object({
      type: z.literal('staleReads'),
      lagMilliseconds: z.number().int().min(0).optional(),
    })
    .strict(),
  /** The session of the request ends, and the request with 401. */
  z.object({ type: z.literal('expireSession') }).strict(),
  /** What Salesforce's edge says when the org is out of reach. */
  z
    .object({
      type: z.literal('html'),
      status: z.number().int().default(502),
    })
    .strict(),
  /** The headers promise the whole body, and only so many bytes arrive. */
  z
    .object({ type: z.literal('truncate'), bytes: z.number().int().min(0) })
    .strict(),
  /**
   * A row of `match.object` is refused wherever it is written: alone, in a
   * collection, in bulk. `match.body` and `match.path` do not count.
   */
  z
    .object({
      type: z.literal('rowError'),
      errorCode: z.string(),
      message: z.string().default('This fault was injected'),
      status: z.number().int().default(400),
      operations: z
        .array(z.enum(['insert', 'update', 'delete']))
        .default(['insert', 'update', 'delete']),
      /** Only this record, 15 or 18 characters. */
      id: z.string().optional(),
    })
    .strict(),
]);

export const faultRuleSchema = z
  .object({
    match: faultMatchSchema.default({}),
    effect: faultEffectSchema,
    /** So many requests that fit are let through first. */
    skip: z.number().int().min(0).default(0),
    /** So many are met then; null for all until the rule is deleted. */
    times: z.number().int().min(1).nullable().default(1),
  })
  .strict();

export type FaultMatch = z.infer<typeof faultMatchSchema>;
export type FaultEffect = z.infer<typeof faultEffectSchema>;
export type FaultRuleInput = z.input<typeof faultRuleSchema>;

/** A rule, and how often it fitted and was applied. */
export interface FaultRule extends z.infer<typeof faultRuleSchema> {
  readonly id: string;
  /** Last effect of the journal when the rule was made. */
  readonly journalSequence: number;
  matched: number;
  applied: number;
}
