export type { AuditFilter, AuditLog, NewAuditEntry } from './AuditLog';
export { AuditSigner } from './AuditSigner';
export { DatabaseAuditLog } from './DatabaseAuditLog';
export { AuditRetention } from './AuditRetention';
