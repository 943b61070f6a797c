import type {
  Change,
  Plan,
} from '@salesdesk/backstage-plugin-salesforce-common';

/** What to mark at one change, where it differs from its counterpart. */
export interface ChangeMark {
  fields: ReadonlySet<string>;
  /** The other plan has no such change. */
  alone: boolean;
}

/** Marks by position of the change. */
export type ChangeMarks = ReadonlyMap<number, ChangeMark>;

/** Where two plans of one request differ, on both sides. */
export function comparePlans(
  earlier: Plan,
  current: Plan,
): { earlier: ChangeMarks; current: ChangeMarks } {
  return {
    earlier: marksOf(earlier.changes, current.changes),
    current: marksOf(current.changes, earlier.changes),
  };
}

function marksOf(changes: Change[], others: Change[]): ChangeMarks {
  const counterparts = new Map(others.map(other => [identityOf(other), other]));
  const marks = new Map<number, ChangeMark>();
  for (const change of changes) {
    const other = counterparts.get(identityOf(change));
    const fields = new Set(
      change.fields
        .filter(field => {
          const same = other?.fields.find(({ name }) => name === field.name);
          return same?.before !== field.before || same?.after !== field.after;
        })
        .map(({ name }) => name),
    );
    if (!other || fields.size > 0) {
      marks.set(change.position, { fields, alone: !other });
    }
  }
  return marks;
}

function identityOf(change: Change): string {
  return [
    change.operation,
    change.object,
    change.recordId ?? change.target.id ?? change.target.label,
  ].join(' ');
}
