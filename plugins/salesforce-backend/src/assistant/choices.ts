import { z } from 'zod';

const proposalSchema = z.object({
  action: z.string(),
  input: z.record(z.string(), z.unknown()),
  reason: z.string().optional(),
  undoOf: z.string().optional(),
});

const choiceSchema = z.discriminatedUnion('kind', [
  /** The draft as it stands once this was chosen; checked like any other. */
  z.object({ kind: z.literal('draft'), proposal: proposalSchema }),
  /** Several, in order. */
  z.object({
    kind: z.literal('drafts'),
    proposals: z.array(proposalSchema).max(50),
  }),
  /** A sentence to understand in place of what was typed. */
  z.object({
    kind: z.literal('sentence'),
    text: z.string(),
    /** Names that were told apart: what was said → what is meant. */
    meant: z.record(z.string(), z.string()).optional(),
  }),
]);

/** What pressing a button says. It has no authority: it is checked like words. */
export type Choice = z.infer<typeof choiceSchema>;

export function encodeChoice(choice: Choice): string {
  return Buffer.from(JSON.stringify(choice), 'utf8').toString('base64url');
}

/** Undefined for anything that is not a choice of ours. */
export function decodeChoice(payload: string): Choice | undefined {
  try {
    const parsed = choiceSchema.safeParse(
      JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
    );
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
