export * from './DefaultNameResolver';
export * from './DefaultOptionService';
export * from './OptionService';
export * from './resolveUsers';
export * from './search';
export * from './sync';
export * from './access';
export * from './InventoryReader';
