/**
 * The seams of the Salesforce plugin that other packages build on: actions,
 * permission rules, extension points.
 *
 * @packageDocumentation
 */

export * from './actions';
export * from './assistant';
export * from './extensions';
export * from './gateway';
export * from './permissions';
