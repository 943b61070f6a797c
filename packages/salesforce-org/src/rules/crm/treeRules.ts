import type { BeforeUpdateEvent, ObjectRules } from '../../core/types';
import { wouldLoop } from '../hierarchy';
import { hierarchyLoopRefusal } from '../refusals';
import { idOf } from '../textOf';

/** Refuses a parent that would make a record its own ancestor. */
function refuseParentLoop(event: BeforeUpdateEvent, field: string): void {
  const loops =
    event.changed(field) &&
    wouldLoop({
      reader: event.tx,
      object: event.object.name,
      field,
      id: event.before.Id,
      parentId: idOf(event.row[field]),
    });
  if (loops) {
    throw hierarchyLoopRefusal(field);
  }
}

/** Objects whose records form trees, by the field that leads upwards. */
export const treeRules: readonly ObjectRules[] = [
  ['Account', 'ParentId'],
  ['Asset', 'ParentId'],
  ['Campaign', 'ParentId'],
  ['Case', 'ParentId'],
  ['Contact', 'ReportsToId'],
].map(([object, field]) => ({
  object,
  beforeUpdate: (event: BeforeUpdateEvent) => refuseParentLoop(event, field),
}));
