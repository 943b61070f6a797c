/*
 * The seams of the local org. One `Org` holds one of each; nothing is global,
 * so any number of orgs live in one process. The engine is synchronous from
 * end to end: a transaction begins and ends within one turn of the event
 * loop, which is what makes it isolated.
 */

export type {
  ChildRelationship,
  FieldDefinition,
  FieldType,
  ObjectCapabilities,
  ObjectDefinition,
  ObjectSystemPermissions,
  PicklistValue,
  Schema,
  SharingModel,
} from '../schema/definitions';
export type { Switches } from './switches';
export type * from './seams/values';
export type * from './seams/CallContext';
export type * from './seams/storage';
export type * from './seams/ObjectRules';
export type * from './seams/AccessModel';
export type * from './seams/Dml';
export type * from './seams/effects';
export type * from './seams/queries';
export type * from './seams/OrgOperations';
