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
export { startSalesforceOrg, type StartOptions } from './startSalesforceOrg';
export type { SalesforceOrgServer } from './SalesforceOrgServer';
export type { DataChoice } from './data/dataSets';
export type { OrgData } from './data/OrgData';
export { demoApps } from './data/connectedApps';
export { minimalUsers } from './data/minimal/minimalData';
export { runCli } from './cli';
export type { ConnectedAppInput } from './oauth/ConnectedApp';
export {
  DEFAULT_PASSWORD,
  DEFAULT_SECURITY_TOKEN,
} from './oauth/PasswordStore';
export type { FaultRuleInput } from './control/FaultRule';
