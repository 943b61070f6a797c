export * from './fieldLists';
export * from './fields';
export * from './filters';
export * from './InventoryQuery';
export * from './toFilters';
