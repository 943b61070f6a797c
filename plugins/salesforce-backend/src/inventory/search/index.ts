export * from './DefaultInventorySearch';
export * from './InventorySearch';
