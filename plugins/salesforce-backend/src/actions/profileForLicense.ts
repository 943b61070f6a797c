import {
  soql,
  type ActionContext,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { NamedLicense } from './resolveLicense';

/**
 * The profile that brings a user licence, or gives another one: the one that
 * was named, if it fits, or the only one there is. Never a guess.
 */
export async function profileForLicense(options: {
  context: ActionContext;
  license: NamedLicense;
  profile: string | undefined;
  /** `with`: of this licence. `without`: of any other. */
  want: 'with' | 'without';
}): Promise<string> {
  const { context, license, profile, want } = options;
  const { resolver, reader } = context;
  const { record } = license;
  if (profile !== undefined) {
    const named = await resolver.record({
      path: 'profile',
      picker: 'profile',
      reference: profile,
    });
    const isOfLicense = named.fields.UserLicenseId === record.id;
    if (isOfLicense === (want === 'with')) return named.id;
    return resolver.refuse([
      {
        path: 'profile',
        code: 'invalid_input',
        message:
          want === 'with'
            ? `The profile "${named.label}" is not one of the licence ${record.label}`
            : `The profile "${named.label}" has the licence ${record.label} itself`,
      },
    ]);
  }
  if (want === 'without') {
    return resolver.refuse([
      {
        path: 'profile',
        code: 'invalid_input',
        message: `A user has the licence of their profile: name a profile of another licence than ${record.label} to give instead, or deactivate the user, which frees the licence`,
      },
    ]);
  }
  const { records } = await reader.query<SalesforceRecord & { Id: string }>(
    soql.select({
      from: 'Profile',
      fields: ['Id', 'Name'],
      where: soql.eq('UserLicenseId', record.id),
      orderBy: [{ field: 'Name' }],
    }),
  );
  if (records.length === 1) return records[0].Id;
  return resolver.refuse([
    {
      path: 'profile',
      code: 'invalid_input',
      message:
        records.length === 0
          ? `No profile has the licence ${record.label}`
          : `A user has the licence of their profile: which profile of ${record.label} is it to be?`,
      candidates: records.map(({ Name }) => ({
        value: String(Name),
        label: String(Name),
      })),
    },
  ]);
}
