export { Org, type OrgOptions } from './Org';
export { normalizeId } from './core/ids';
export * from './core/SalesforceError';
export * from './core/switches';
export type * from './core/types';
export {
  schemaSpecificationSchema,
  type FieldSpecification,
  type ObjectSpecification,
  type SchemaSpecification,
} from './schema/specification';
