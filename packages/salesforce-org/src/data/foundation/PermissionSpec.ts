/**
 * Permissions as a person writes them down.
 *
 * `objects`: letters per object, `R`ead, `C`reate, `E`dit, `D`elete, `V`iew
 * all, `M`odify all. Fields of these objects can be read, and edited where the
 * object can, but for those named in `hidden` and `readOnly`; a spec with
 * `fields` grants just those.
 */
export interface PermissionSpec {
  readonly system: readonly string[];
  readonly objects: Readonly<Record<string, string>>;
  /** `Account.AnnualRevenue`: not even visible. */
  readonly hidden?: readonly string[];
  readonly readOnly?: readonly string[];
  /** `all`: every field that can be governed; `none`: a set for objects. */
  readonly fields?: 'all' | 'none' | readonly string[];
}

/** CRM objects that profiles grant, with the custom ones of the demo. */
export const crmObjects = [
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contact',
  'Contract',
  'Entitlement',
  'Event',
  'Lead',
  'Opportunity',
  'Order',
  'Pricebook2',
  'Product2',
  'Subscription__c',
  'Subscription_Line__c',
  'Task',
] as const;

/** The same letters for several objects. */
export function rights(
  letters: string,
  objects: readonly string[],
): Record<string, string> {
  return Object.fromEntries(objects.map(object => [object, letters]));
}
