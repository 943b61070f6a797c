/**
 * Verifies an exported Salesdesk audit log.
 *
 * @packageDocumentation
 */

export { canonicalJson } from './canonicalJson';
export * from './format';
export * from './ChainVerifier';
export { main } from './cli';
