export * from './DefaultInventorySync';
export * from './InventorySync';
export * from './inventorySettings';
export * from './PeopleSync';
