import type {
  FieldDescription,
  NameResolver,
  SalesforceReader,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { labelOf, pathOf, QueryDictionary } from './QueryDictionary';
import { isSecret } from './refuseSecrets';

/** A field of an account that is shown. */
export interface AccountField {
  /** As in a query: `Name`, `Owner.Name`. */
  path: string;
  label: string;
  type: string;
}

/** What people look for on an account. */
const usual = [
  'Name',
  'Type',
  'Industry',
  'AnnualRevenue',
  'NumberOfEmployees',
  'Phone',
  'Website',
  'BillingStreet',
  'BillingCity',
  'BillingState',
  'BillingPostalCode',
  'BillingCountry',
  'Owner.Name',
  'Parent.Name',
  'Description',
  'CreatedDate',
  'LastModifiedDate',
];

const mostCustomFields = 60;

/**
 * The fields to show: those that are wanted, by API name, path or label; else
 * the usual ones and the org's own. What the integration user may not see is
 * left out of the usual ones and is an error where it was asked for.
 */
export async function accountFields(options: {
  reader: SalesforceReader;
  resolver: NameResolver;
  wanted: string[] | undefined;
}): Promise<AccountField[]> {
  const { reader, resolver, wanted } = options;
  const { fields } = await reader.describe('Account');
  const dictionary = new QueryDictionary(reader);
  const find = async (name: string): Promise<AccountField | undefined> => {
    const byLabel = fields.find(
      ({ label }) => label.toLowerCase() === name.toLowerCase(),
    );
    const path = (byLabel?.name ?? name).split('.');
    if (!path.every(step => /^\w+$/.test(step))) return undefined;
    const [found] = await dictionary.fields(
      { kind: 'object', name: 'Account' },
      path,
    );
    if (!found) return undefined;
    const { field, object } = found;
    if (isSecret({ objectName: object.name, fieldName: field.name, field })) {
      return undefined;
    }
    return {
      path: pathOf(found),
      label: labelOf(found),
      type: field.type,
    };
  };

  if (wanted) {
    const found = await Promise.all(wanted.map(find));
    const unknown = wanted.flatMap((name, position) =>
      found[position] ? [] : [{ name, position }],
    );
    if (unknown.length > 0) {
      resolver.refuse(
        unknown.map(({ name, position }) => ({
          path: `fields.${position}`,
          code: 'unknown_name' as const,
          message: `An account has no field '${name}', or it may not be seen`,
        })),
      );
    }
    return found.filter(field => field !== undefined);
  }
  const found = await Promise.all([
    ...usual.map(find),
    ...fields
      .filter(isShownByItself)
      .slice(0, mostCustomFields)
      .map(({ name }) => find(name)),
  ]);
  return found.filter(field => field !== undefined);
}

function isShownByItself({ custom, type }: FieldDescription): boolean {
  return (
    custom && !['reference', 'address', 'location', 'base64'].includes(type)
  );
}
