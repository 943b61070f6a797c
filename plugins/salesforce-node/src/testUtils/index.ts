/**
 * Helpers for the tests of one's own actions.
 *
 * @packageDocumentation
 */

export * from './createTestActionContext';
