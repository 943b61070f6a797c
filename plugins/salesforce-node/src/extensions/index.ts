export * from './salesforceActionsExtensionPoint';
export * from './salesforceAssistantExtensionPoint';
