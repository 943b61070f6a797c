/*
 * The rows as the database answers them. Times are ISO 8601 text in UTC, JSON
 * is text, and booleans are numbers on SQLite: wrap them in `Boolean()`. Counts
 * that may pass two thousand million come as text on PostgreSQL: `Number()`.
 */

export type * from './accessReviewRows';
export type * from './assistantRows';
export type * from './auditRows';
export type * from './columns';
export type * from './inventoryRows';
export type * from './orgRows';
export type * from './planRows';
export type * from './requestRows';
export type * from './savedRows';
