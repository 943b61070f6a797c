/**
 * The seams of the Salesforce plugin: actions, the gateway they read through,
 * permission rules and extension points.
 *
 * @packageDocumentation
 */

export * from './actions';
export * from './gateway';
