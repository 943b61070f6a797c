/**
 * The frontend of the Salesforce plugin: pages, entity cards and forms.
 *
 * @packageDocumentation
 */

export { salesforcePlugin as default } from './plugin';
export { salesforceTranslationRef } from './translation';
export { salesforceApiRef, type SalesforceApi } from './api/SalesforceApi';
