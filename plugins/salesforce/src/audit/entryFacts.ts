import type {
  AuditEntry,
  Change,
  FieldChange,
  FieldValue,
} from '@salesdesk/backstage-plugin-salesforce-common';

/** A record, or a setting, with what it was and what it became. */
export interface RecordedChange {
  key: string;
  summary?: string;
  operation: Change['operation'];
  fields: FieldChange[];
  problem?: string;
}

/** A fact of an entry that fits on a line. */
export interface RecordedFact {
  name: string;
  value: string;
}

/**
 * What an entry says changed. Entries are as old as the log: what is not of
 * the shape that is written today is left to the recorded data.
 */
export function changesOf(entry: AuditEntry): RecordedChange[] {
  const { changes, before, after } = entry.data;
  if (Array.isArray(changes)) {
    return changes.filter(isRecord).map((change, index) => ({
      key: String(change.position ?? index),
      summary: textOf(change.summary),
      operation: operationOf(change.operation),
      fields: Array.isArray(change.fields)
        ? change.fields.filter(isRecord).map(toField)
        : [],
      problem: problemOf(change.problem),
    }));
  }
  if (isRecord(before) || isRecord(after)) {
    const fields = difference(
      isRecord(before) ? before : {},
      isRecord(after) ? after : {},
    );
    return fields.length > 0
      ? [{ key: 'settings', operation: 'update', fields }]
      : [];
  }
  return [];
}

/** The facts of an entry that are words or numbers, besides its changes. */
export function factsOf(entry: AuditEntry): RecordedFact[] {
  return Object.entries(entry.data).flatMap(([name, value]) => {
    if (Array.isArray(value)) {
      const words = value.filter(item => typeof item === 'string');
      return words.length > 0 && words.length === value.length
        ? [{ name: nameInWords(name), value: words.join(', ') }]
        : [];
    }
    const text = textOf(value);
    return text === undefined ? [] : [{ name: nameInWords(name), value: text }];
  });
}

/** "planDigest" as "Plan digest". */
export function nameInWords(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_.]+/g, ' ')
    .toLocaleLowerCase('en-US');
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}

/** Every leaf that differs between two settings, by its dotted path. */
function difference(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): FieldChange[] {
  const old = leavesOf(before);
  const now = leavesOf(after);
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names
    .filter(name => old.get(name) !== now.get(name))
    .map(name => ({
      name,
      label: nameInWords(name),
      before: old.get(name) ?? null,
      after: now.get(name) ?? null,
    }));
}

function leavesOf(
  value: Record<string, unknown>,
  path = '',
  leaves = new Map<string, FieldValue>(),
): Map<string, FieldValue> {
  for (const [name, member] of Object.entries(value)) {
    const at = path ? `${path}.${name}` : name;
    if (isRecord(member)) leavesOf(member, at, leaves);
    else leaves.set(at, toValue(member));
  }
  return leaves;
}

function toField(field: Record<string, unknown>): FieldChange {
  const name = textOf(field.name) ?? '';
  return {
    name,
    label: textOf(field.label) ?? name,
    before: toValue(field.before),
    after: toValue(field.after),
  };
}

function toValue(value: unknown): FieldValue {
  if (value === undefined || value === null) return null;
  if (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  return JSON.stringify(value);
}

function operationOf(value: unknown): Change['operation'] {
  return value === 'create' || value === 'delete' || value === 'invoke'
    ? value
    : 'update';
}

function problemOf(value: unknown): string | undefined {
  return isRecord(value) ? textOf(value.message) : textOf(value);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
