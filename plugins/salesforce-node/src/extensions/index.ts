export * from './salesforceActionsExtensionPoint';
