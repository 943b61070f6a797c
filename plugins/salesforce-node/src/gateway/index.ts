export * from './SalesforceGateway';
export * from './GatewayError';
export * from './soql';
