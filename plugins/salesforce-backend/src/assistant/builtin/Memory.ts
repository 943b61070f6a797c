import { z } from 'zod';

const spoken = z.object({ reference: z.string(), label: z.string() });

const draft = z.object({
  action: z.string(),
  input: z.record(z.string(), z.unknown()),
  reason: z.string().optional(),
  undoOf: z.string().optional(),
});

const memorySchema = z.object({
  /** Who was spoken of last. */
  people: z.array(spoken).default([]),
  /** The record that was spoken of last. */
  record: z
    .object({ object: z.string(), id: z.string(), label: z.string() })
    .optional(),
  /** What was proposed last, in the words that led to it. */
  drafts: z.array(draft).default([]),
  /** A question that waits for its answer. */
  question: z
    .object({
      sentence: z.string(),
      /** Where the answer goes, in place of `{}`. */
      append: z.string().optional(),
      /** The words that were not clear. */
      unclear: z.string().optional(),
      choices: z.array(
        z.object({
          label: z.string(),
          detail: z.string().optional(),
          payload: z.string(),
        }),
      ),
    })
    .optional(),
  /** The last question about records, and those that went on about it. */
  asked: z.array(z.string()).max(10).default([]),
  /** Who or what the last question about history was about. */
  history: z
    .object({ target: z.string(), label: z.string(), from: z.string() })
    .optional(),
});

/** What the built-in interpreter remembers from turn to turn. */
export type Memory = z.infer<typeof memorySchema>;

export const noMemory: Memory = { people: [], drafts: [], asked: [] };

/** Memory of an earlier turn; that of another interpreter reads as none. */
export function parseMemory(stored: unknown): Memory {
  const parsed = memorySchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : noMemory;
}
