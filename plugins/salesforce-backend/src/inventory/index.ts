export * from './DefaultNameResolver';
export * from './DefaultOptionService';
export * from './OptionService';
export * from './resolveUsers';
export * from './search';
export * from './sync';
