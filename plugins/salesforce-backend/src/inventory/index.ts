export * from './DefaultNameResolver';
export * from './DefaultOptionService';
export * from './OptionService';
export * from './resolveUsers';
