import { z } from 'zod';
import { demoData } from './demo/demoData';
import { emptyData } from './emptyData';
import { generatedData } from './generate/generatedData';
import { generationSchema } from './generate/generation';
import { minimalData } from './minimal/minimalData';
import type { OrgData } from './OrgData';

/** What an org can start with: a name, or a size to generate. */
export const dataChoiceSchema = z.union([
  z.enum(['demo', 'minimal', 'none']),
  z.object({ generate: z.number().int().min(1).max(200_000) }).strict(),
  z.object({ generation: generationSchema }).strict(),
]);

export type DataChoice = z.input<typeof dataChoiceSchema>;

/** Makes the data set of a choice; another seed makes another company. */
export function dataSet(
  choice: DataChoice,
  options: { seed?: number } = {},
): OrgData {
  const { seed } = options;
  if (typeof choice === 'object') {
    return generatedData({
      ...('generate' in choice
        ? { users: choice.generate }
        : choice.generation),
      seed,
    });
  }
  switch (choice) {
    case 'demo':
      return demoData({ seed });
    case 'minimal':
      return minimalData();
    default:
      return emptyData();
  }
}
