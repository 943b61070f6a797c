import { z } from 'zod';
import { SalesforceError } from '../../core/SalesforceError';
import type { ObjectRules } from '../../core/types';
import { conditionSchema, meets } from './conditions';

/** A validation rule: when all conditions hold, the record is refused. */
export const validationRuleSchema = z
  .object({
    object: z.string().min(1),
    name: z.string().min(1),
    when: z.array(conditionSchema).min(1),
    message: z.string().min(1),
    /** Where the message is shown; the top of the page without it. */
    errorField: z.string().optional(),
    active: z.boolean().default(true),
  })
  .strict();

export type ValidationRule = z.infer<typeof validationRuleSchema>;
export type ValidationRuleInput = z.input<typeof validationRuleSchema>;

/**
 * Validation rules that a test or an admin brings, one ObjectRules per object
 * so that a record is told of all the rules that it breaks, as in Salesforce.
 * Throws ZodError when a rule is not well-formed.
 */
export function validationRules(
  inputs: readonly ValidationRuleInput[],
): ObjectRules[] {
  const rules = inputs.map(input => validationRuleSchema.parse(input));
  const objects = [...new Set(rules.map(({ object }) => object))];
  return objects.map(object => ({
    object,
    validate(event) {
      const before = 'before' in event ? event.before : null;
      const broken = rules
        .filter(rule => rule.object === object && rule.active)
        .filter(rule =>
          rule.when.every(condition =>
            meets({ condition, row: event.row, before }),
          ),
        );
      if (broken.length > 0) {
        throw SalesforceError.ofEntries({
          entries: broken.map(({ message, errorField }) => ({
            errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
            message,
            fields: errorField ? [errorField] : [],
          })),
        });
      }
    },
  }));
}
