import { z } from 'zod';
import type {
  BeforeInsertEvent,
  BeforeUpdateEvent,
  ObjectRules,
  Row,
} from '../../core/types';
import { refusal } from '../refusals';
import { idOf } from '../textOf';

/** A duplicate rule: records that agree in all of the fields match. */
export const duplicateRuleSchema = z
  .object({
    object: z.string().min(1),
    name: z.string().min(1),
    matchOn: z.array(z.string().min(1)).min(1),
    message: z.string().default('Use one of these records?'),
    /** Whether a caller may insist, by `allowSave=true`. */
    allowSave: z.boolean().default(true),
    active: z.boolean().default(true),
  })
  .strict();

export type DuplicateRule = z.infer<typeof duplicateRuleSchema>;
export type DuplicateRuleInput = z.input<typeof duplicateRuleSchema>;

/** Duplicate rules that a test or an admin brings. */
export function duplicateRules(
  inputs: readonly DuplicateRuleInput[],
): ObjectRules[] {
  return inputs
    .map(input => duplicateRuleSchema.parse(input))
    .filter(rule => rule.active)
    .map(rule => ({
      object: rule.object,
      validate: event => refuseDuplicate(event, rule),
    }));
}

function refuseDuplicate(
  event: BeforeInsertEvent | BeforeUpdateEvent,
  rule: DuplicateRule,
): void {
  const touched = rule.matchOn.some(
    field => !('before' in event) || event.changed(field),
  );
  if (!touched || (event.ctx.allowDuplicates && rule.allowSave)) {
    return;
  }
  const matches = matchesOf(event, rule);
  if (matches.length === 0) {
    return;
  }
  const result = {
    allowSave: rule.allowSave,
    duplicateRule: rule.name,
    duplicateRuleEntityType: rule.object,
    errorMessage: rule.message,
    matchResults: [
      {
        entityType: rule.object,
        errors: [],
        matchEngine: 'ExactMatchEngine',
        matchRecords: matches.map(match => ({
          additionalInformation: [],
          fieldDiffs: [],
          matchConfidence: 100,
          record: {
            attributes: {
              type: rule.object,
              url: `/services/data/v${event.ctx.apiVersion}/sobjects/${rule.object}/${match.Id}`,
            },
            Id: match.Id,
          },
        })),
        rule: rule.name,
        size: matches.length,
        success: true,
      },
    ],
  };
  throw refusal('DUPLICATES_DETECTED', rule.message, [], {
    // The key is misspelt in the real API.
    extra: { duplicateResut: result },
  });
}

function matchesOf(
  event: BeforeInsertEvent | BeforeUpdateEvent,
  rule: DuplicateRule,
): Row[] {
  const { row, tx } = event;
  const [first, ...others] = rule.matchOn;
  const ownId = 'before' in event ? event.before.Id : undefined;
  const wanted = row[first];
  if (wanted === undefined || wanted === null || wanted === '') {
    return [];
  }
  return tx
    .findBy(rule.object, first, wanted)
    .filter(other => other.Id !== ownId)
    .filter(other =>
      others.every(
        field =>
          String(other[field] ?? '').toLowerCase() ===
          (idOf(row[field]) ?? '').toLowerCase(),
      ),
    );
}
