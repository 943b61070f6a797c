/** What measurements take of the plugin without its HTTP; see `npm run bench`. */
export { ChainVerifier, GENESIS_HASH } from '@salesdesk/audit-verify';
export { DatabaseAuditLog } from '../../audit';
export { ensureHead } from '../../database/operations/audit/readEntries';
export { seedLists } from '../seedLists';
