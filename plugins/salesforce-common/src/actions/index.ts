export * from './ActionDeclaration';
export * from './fields';
export * from './identityActions';
export * from './accessActions';
export * from './dataActions';
export * from './setupActions';
export * from './ownershipActions';
export * from './recordActions';
