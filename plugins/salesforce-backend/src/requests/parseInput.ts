import type { FieldError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { sayIssue } from './sayIssue';

/** An input after its schema, or what is wrong with it, field by field. */
export type ParsedInput =
  | { ok: true; input: unknown }
  | { ok: false; errors: FieldError[] };

/** Parses what somebody sent with the schema of the action. */
export function parseInput(
  action: Pick<SalesforceAction, 'input'>,
  raw: unknown,
): ParsedInput {
  const parsed = action.input.safeParse(raw);
  if (parsed.success) return { ok: true, input: parsed.data };
  return {
    ok: false,
    errors: parsed.error.issues.slice(0, 100).map(issue => ({
      path:
        issue.code === 'unrecognized_keys'
          ? [...issue.path, issue.keys[0]].join('.')
          : issue.path.join('.'),
      message: sayIssue(issue),
      code: 'invalid_input',
    })),
  };
}
