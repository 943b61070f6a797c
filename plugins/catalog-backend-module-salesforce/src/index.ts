/**
 * Salesforce orgs and permission sets as entities of the catalog, and links on
 * its people.
 *
 * @packageDocumentation
 */

export { catalogModuleSalesforce as default } from './module';
