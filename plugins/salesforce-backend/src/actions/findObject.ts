import {
  GatewayError,
  soql,
  type ActionContext,
  type FieldDescription,
  type ObjectDescription,
  type SalesforceReader,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { withoutSecrets } from '../data/toDataObject';
import { closest } from '../inventory/closest';

async function described(
  reader: SalesforceReader,
  name: string,
): Promise<ObjectDescription | undefined> {
  if (!/^\w{1,255}$/.test(name)) return undefined;
  return reader.describe(name).catch(error => {
    if (
      error instanceof GatewayError &&
      ['not_found', 'refused'].includes(error.failure)
    ) {
      return undefined;
    }
    throw error;
  });
}

function singulars(text: string): string[] {
  const compact = text.replace(/\s+/g, '');
  return [
    compact,
    compact.replace(/ies$/i, 'y'),
    compact.replace(/s$/i, ''),
    `${text.trim().replace(/\s+/g, '_')}__c`,
    `${text.trim().replace(/s$/i, '').replace(/\s+/g, '_')}__c`,
  ];
}

/** An object by API name, label, or the plural of either. */
export async function findObject(options: {
  context: ActionContext;
  path: string;
  text: string;
}): Promise<ObjectDescription> {
  const { context, path, text } = options;
  const { reader, resolver } = context;
  for (const name of [...new Set([text, ...singulars(text)])]) {
    const found = await described(reader, name);
    if (found) return found;
  }
  const { records } = await reader.query(
    soql.select({
      from: 'EntityDefinition',
      fields: ['QualifiedApiName', 'Label', 'PluralLabel'],
      where: soql.or(soql.eq('Label', text), soql.eq('PluralLabel', text)),
      limit: 5,
    }),
  );
  if (records.length === 1) {
    const found = await described(reader, String(records[0].QualifiedApiName));
    if (found) return found;
  }
  return resolver.refuse([
    {
      path,
      code: records.length > 1 ? 'ambiguous_name' : 'unknown_name',
      message:
        records.length > 1
          ? `'${text}' could be more than one object. Which one?`
          : `There is no object '${text}' that you may see`,
      candidates: records.map(row => ({
        value: String(row.QualifiedApiName),
        label: String(row.Label),
      })),
    },
  ]);
}

/** The object that an id is of. */
export async function objectOfId(options: {
  context: ActionContext;
  path: string;
  id: string;
}): Promise<ObjectDescription> {
  const { context, path, id } = options;
  const { records } = await context.reader.query(
    soql.select({
      from: 'EntityDefinition',
      fields: ['QualifiedApiName', 'KeyPrefix'],
      where: soql.eq('KeyPrefix', id.slice(0, 3)),
      limit: 2,
    }),
  );
  // ids tell upper from lower case, and not every org compares so
  const match = records.find(row => row.KeyPrefix === id.slice(0, 3));
  const found =
    match && (await described(context.reader, String(match.QualifiedApiName)));
  if (found) return found;
  return context.resolver.refuse([
    {
      path,
      code: 'unknown_name',
      message: `'${id}' is the id of no record that you may see`,
    },
  ]);
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/__c$/, '')
    .replace(/[\s_]+/g, '');

/** A field by API name or label; undefined with candidates where there is none. */
export function findField(
  object: ObjectDescription,
  text: string,
):
  | { field: FieldDescription }
  | { field: undefined; candidates: FieldDescription[] } {
  const fields = withoutSecrets(object);
  const exact = fields.find(
    ({ name }) => name.toLowerCase() === text.trim().toLowerCase(),
  );
  if (exact) return { field: exact };
  const wanted = plain(text);
  const same = fields.filter(
    ({ name, label }) => plain(name) === wanted || plain(label) === wanted,
  );
  if (same.length === 1) return { field: same[0] };
  // "Account ID" and "Owner ID" are called account and owner
  const references = fields.filter(
    ({ type, label }) =>
      type === 'reference' && plain(label.replace(/ ID$/, '')) === wanted,
  );
  if (same.length === 0 && references.length === 1) {
    return { field: references[0] };
  }
  // "phone" on an account, "stage", "name": the label ends so, and only one does
  const ending = fields.filter(({ label }) => plain(label).endsWith(wanted));
  if (same.length === 0 && wanted.length > 3 && ending.length === 1) {
    return { field: ending[0] };
  }
  const several = same.length > 0 ? same : ending;
  return {
    field: undefined,
    candidates:
      several.length > 0
        ? several.slice(0, 10)
        : closest({ words: text, items: fields, nameOf: ({ label }) => label }),
  };
}
