/**
 * The backend of the Salesforce plugin.
 *
 * @packageDocumentation
 */

export { salesforcePlugin as default } from './plugin';
