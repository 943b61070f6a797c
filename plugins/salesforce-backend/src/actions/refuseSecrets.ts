import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { FieldDescription } from '@salesdesk/backstage-plugin-salesforce-node';
import type { QueryDictionary } from './QueryDictionary';
import type { QueryNames } from './soqlNames';

/** Fields that hold secrets under names that do not tell. */
const knownSecrets: Record<string, string[]> = {
  oauthtoken: ['accesstoken', 'deletetoken', 'requesttoken'],
  authsession: ['sessionkey'],
  twofactorinfo: ['sharedkey'],
  authprovider: ['consumersecret', 'privatekey'],
};

const tellingName =
  /password|passwd|passphrase|secret|token|credential|(private|shared|session|access|api)_?key|session_?id/i;

/** Values of these types are no secrets, whatever the field is called. */
const harmlessTypes = new Set([
  'boolean',
  'date',
  'datetime',
  'time',
  'int',
  'long',
  'double',
  'percent',
  'currency',
  'id',
  'reference',
]);

/** Whether a field holds a secret. Without a description its name decides. */
export function isSecret(options: {
  objectName: string | undefined;
  fieldName: string;
  field: FieldDescription | undefined;
}): boolean {
  const { objectName, fieldName, field } = options;
  const known = knownSecrets[objectName?.toLowerCase() ?? ''];
  if (known?.includes(fieldName.toLowerCase())) return true;
  if (field?.type === 'encryptedstring') return true;
  return (
    tellingName.test(fieldName) && !(field && harmlessTypes.has(field.type))
  );
}

/**
 * Refuses a query that names a secret anywhere: a field that is only filtered
 * or sorted by gives its value away too, one letter at a time. Refuses clauses
 * that do more than read as well.
 */
export async function refuseSecrets(options: {
  names: QueryNames;
  dictionary: QueryDictionary;
}): Promise<void> {
  const { names, dictionary } = options;
  if (names.effects.length > 0) {
    refuse(
      `A query only reads; leave out ${names.effects.join(
        ' and ',
      )}, which locks or marks records`,
    );
  }
  for (const { object, path } of names.fields) {
    const fieldName = path[path.length - 1];
    const found = await dictionary.fields(object, path);
    const secret =
      found.length === 0
        ? isSecret({
            objectName: object.kind === 'object' ? object.name : undefined,
            fieldName,
            field: undefined,
          })
        : found.some(place =>
            isSecret({
              objectName: place.object.name,
              fieldName,
              field: place.field,
            }),
          );
    if (secret) {
      refuse(`'${path.join('.')}' holds secrets and cannot be queried`);
    }
  }
  for (const object of names.wholeObjects) {
    const described = await dictionary.object(object);
    const secret = described?.fields.find(field =>
      isSecret({ objectName: described.name, fieldName: field.name, field }),
    );
    if (secret) {
      refuse(
        `FIELDS() would read '${secret.name}', which holds secrets; name the fields instead`,
      );
    }
  }
}

function refuse(message: string): never {
  throw new SalesdeskError('InputError', message, { code: 'invalid_query' });
}
