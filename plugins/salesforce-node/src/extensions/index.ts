export * from './salesforceAbsentPeopleExtensionPoint';
export * from './salesforceActionsExtensionPoint';
export * from './salesforceAssistantExtensionPoint';
