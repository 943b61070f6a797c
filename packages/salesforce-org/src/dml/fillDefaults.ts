import type { BeforeInsertEvent, ObjectRules } from '../core/types';

/**
 * Values for what the caller did not give: first the rules', which know more,
 * then the metadata's. An explicit null is respected where null is possible.
 */
export function fillDefaults(
  event: BeforeInsertEvent,
  all: readonly ObjectRules[],
): void {
  const { ctx, object, row, given, tx } = event;
  for (const rules of all) {
    const defaults = rules.defaults?.(event) ?? {};
    for (const [name, value] of Object.entries(defaults)) {
      if (!given.has(name)) row[name] ??= value;
    }
  }
  for (const field of object.fields) {
    const absent = row[field.name] === undefined || row[field.name] === null;
    if (!absent || (given.has(field.name) && field.nillable)) continue;
    if (field.defaultValue !== null && field.defaultValue !== false) {
      row[field.name] = field.defaultValue;
    } else if (
      field.name === 'OwnerId' &&
      field.referenceTo.includes('User') &&
      tx.get('User', ctx.userId)
    ) {
      row.OwnerId = ctx.userId;
    }
  }
}
