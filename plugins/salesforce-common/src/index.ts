/**
 * Words shared by both sides of the Salesforce plugin: types, action inputs,
 * permissions and the API client.
 *
 * @packageDocumentation
 */

export * from './actions';
export * from './api';
export * from './errors';
export * from './orgs';
export * from './permissions';
