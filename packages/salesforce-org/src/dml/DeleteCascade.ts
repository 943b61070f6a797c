import { SalesforceError } from '../core/SalesforceError';
import type {
  CallContext,
  Journal,
  OrgServices,
  Row,
  Transaction,
} from '../core/types';
import type { ObjectDefinition } from '../schema/definitions';

interface Deletion {
  readonly ctx: CallContext;
  readonly tx: Transaction;
  readonly object: ObjectDefinition;
  readonly row: Row;
  readonly journal: Journal;
}

/**
 * A deletion and what follows from it: children that cannot live without
 * their parent go along, children that forbid it stop it, all others lose
 * their reference. What went along comes back when the parent is undeleted.
 */
export class DeleteCascade {
  readonly #org: OrgServices;
  /** Ids of the children that went along, by the id of their parent. */
  readonly #wentAlong = new Map<string, { object: string; id: string }[]>();

  constructor(options: { org: OrgServices }) {
    this.#org = options.org;
  }

  run(deletion: Deletion): void {
    const { ctx, tx, object, row, journal } = deletion;
    const rules = this.#org.rules.for(object.name);
    const event = { ctx, object, tx, org: this.#org, row };
    for (const rule of rules) rule.beforeDelete?.(event);
    this.#refuseIfNeeded(deletion);
    const along: { object: string; id: string }[] = [];
    for (const { relationship, child, rows } of this.#children(deletion)) {
      for (const childRow of rows) {
        if (relationship.cascadeDelete) {
          along.push({ object: child.name, id: childRow.Id });
          this.run({ ...deletion, object: child, row: childRow });
        } else {
          tx.update(child.name, childRow.Id, { [relationship.field]: null });
        }
      }
    }
    this.#wentAlong.set(row.Id, along);
    tx.delete(object.name, row.Id);
    for (const rule of rules) rule.afterDelete?.(event);
    journal.append(ctx, {
      kind: 'delete',
      object: object.name,
      id: row.Id,
      before: row,
    });
  }

  undo(deletion: Deletion): void {
    const { ctx, tx, object, row, journal } = deletion;
    tx.undelete(object.name, row.Id);
    for (const { object: name, id } of this.#wentAlong.get(row.Id) ?? []) {
      const child = tx.get(name, id);
      if (child?.IsDeleted !== true) continue;
      const childObject = this.#org.schema.require(name);
      this.undo({ ...deletion, object: childObject, row: child });
    }
    this.#wentAlong.delete(row.Id);
    const event = { ctx, object, tx, org: this.#org, row };
    for (const rule of this.#org.rules.for(object.name)) {
      rule.afterUndelete?.(event);
    }
    journal.append(ctx, { kind: 'undelete', object: object.name, id: row.Id });
  }

  #refuseIfNeeded(deletion: Deletion): void {
    const { object, row } = deletion;
    for (const { relationship, child, rows } of this.#children(deletion)) {
      if (!relationship.restrictedDelete || rows.length === 0) continue;
      const nameOf = (definition: ObjectDefinition, named: Row) =>
        String(named[definition.nameField?.name ?? 'Id'] ?? named.Id);
      throw new SalesforceError({
        errorCode: 'DELETE_FAILED',
        message: `Your attempt to delete ${nameOf(
          object,
          row,
        )} could not be completed because it is associated with the following ${child.labelPlural.toLowerCase()}.: ${rows
          .slice(0, 5)
          .map(childRow => nameOf(child, childRow))
          .join(', ')}\n`,
        fields: [],
      });
    }
  }

  *#children(deletion: Deletion) {
    const { tx, object, row } = deletion;
    for (const relationship of object.childRelationships) {
      const child = this.#org.schema.get(relationship.childSObject);
      if (!child || child.virtual) continue;
      const rows = tx.findBy(child.name, relationship.field, row.Id);
      if (rows.length > 0) yield { relationship, child, rows };
    }
  }
}
