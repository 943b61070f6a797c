export * from './CredentialSealer';
export * from './DefaultGatewayProvider';
export * from './DefaultOrgService';
export * from './GatewayProvider';
export * from './OrgObserver';
export * from './OrgService';
export * from './readOrgsConfig';
export * from './recordUrl';
