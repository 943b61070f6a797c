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
export { connectedAppsFor, demoApps } from './data/connectedApps';
export {
  demoGroups,
  demoPeople,
  demoPerson,
  type DemoPerson,
} from './data/demo/demoPeople';
export { demoServiceUsers } from './data/demo/demoServiceUsers';
export { generatedUsers, type Generation } from './data/generate/generation';
export { confirmEmailChange } from './rules/users/emailChange';
export {
  duplicateRules,
  type DuplicateRuleInput,
} from './rules/custom/duplicateRules';
export {
  validationRules,
  type ValidationRuleInput,
} from './rules/custom/validationRules';
export { minimalUsers } from './data/minimal/minimalData';
export { runCli } from './cli';
export type { ConnectedAppInput } from './oauth/ConnectedApp';
export {
  DEFAULT_PASSWORD,
  DEFAULT_SECURITY_TOKEN,
} from './oauth/PasswordStore';
export type { FaultRuleInput } from './control/FaultRule';
