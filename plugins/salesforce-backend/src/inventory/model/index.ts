export * from './InventoryObject';
export * from './inventoryObjects';
export * from './storedColumns';
