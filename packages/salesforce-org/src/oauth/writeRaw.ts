import type { DraftRow, OrgServices } from '../core/types';

/** Drops values for fields that the schema at hand does not have. */
function knownFields(
  org: OrgServices,
  object: string,
  values: DraftRow,
): DraftRow {
  const definition = org.schema.require(object);
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => definition.field(name)),
  );
}

/**
 * Stores a row the way Salesforce itself keeps its books on logins: without
 * rules and without the journal. Returns the id.
 */
export function insertRaw(
  org: OrgServices,
  object: string,
  values: DraftRow,
): string {
  return org.dml.transaction(
    org.systemContext(),
    tx => tx.insert(object, knownFields(org, object, values)).Id,
  );
}

/** Changes fields of a row in the same way. */
export function updateRaw(
  org: OrgServices,
  object: string,
  id: string,
  values: DraftRow,
): void {
  org.dml.transaction(org.systemContext(), tx => {
    tx.update(object, id, knownFields(org, object, values));
  });
}

/** Removes a row for good. */
export function purgeRaw(org: OrgServices, object: string, id: string): void {
  org.dml.transaction(org.systemContext(), tx => tx.purge(object, id));
}
