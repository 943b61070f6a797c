import {
  SalesdeskError,
  type Person,
} from '@salesdesk/backstage-plugin-salesforce-common';

/**
 * Owners as the catalog writes them: they are told that their help is needed,
 * and asked where nobody else may decide. Throws InputError for whom the catalog
 * does not know, who would never hear of it.
 */
export async function knownOwners(
  refs: string[],
  findOwner: (ref: string) => Promise<Pick<Person, 'ref'> | undefined>,
): Promise<string[]> {
  const found = await Promise.all(refs.map(findOwner));
  const fields = refs.flatMap((ref, position) =>
    found[position]
      ? []
      : [
          {
            path: `owners.${position}`,
            message: `The catalog knows nobody called '${ref}'`,
            code: 'invalid_input' as const,
          },
        ],
  );
  if (fields.length > 0) {
    throw new SalesdeskError(
      'InputError',
      fields.map(({ message }) => message).join('. '),
      { code: 'invalid_input', fields },
    );
  }
  return [...new Set(found.flatMap(owner => owner?.ref ?? []))];
}
