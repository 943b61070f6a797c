import { accessObjects } from './accessObjects';
import { groupObjects } from './groupObjects';
import type { InventoryObject } from './InventoryObject';
import { licenseObjects } from './licenseObjects';
import { securityObjects } from './securityObjects';
import { userObjects } from './userObjects';

/** Everything that the inventory keeps, what others refer to first. */
export const inventoryObjects: InventoryObject[] = [
  ...licenseObjects,
  ...userObjects,
  ...accessObjects,
  ...groupObjects,
  ...securityObjects,
];

const byName = new Map(inventoryObjects.map(object => [object.name, object]));

/** Throws for what the inventory does not keep: callers check names before. */
export function inventoryObject(name: string): InventoryObject {
  const object = byName.get(name);
  if (!object) throw new Error(`The inventory keeps no '${name}'`);
  return object;
}

export function findInventoryObject(name: string): InventoryObject | undefined {
  return byName.get(name);
}
