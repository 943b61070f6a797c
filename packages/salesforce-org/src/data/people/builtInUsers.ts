import type { LoadContext } from '../LoadContext';

const names: readonly (readonly [string, string, string])[] = [
  ['Automated Process', 'autoproc', 'AutomatedProcess'],
  ['Platform Integration User', 'cloud', 'CloudIntegrationUser'],
  ['Data.com Clean', 'automatedclean', 'AutomatedProcess'],
];

/**
 * Users that Salesforce itself keeps in every org. They have no profile, use
 * no licence, and turn up in every query that does not filter by UserType.
 */
export function loadBuiltInUsers({ org, time }: LoadContext): void {
  const suffix = org.organizationId.slice(0, 15).toLowerCase();
  org.store.load(
    'User',
    names.map(([lastName, local, userType]) => ({
      Username: `${local}@${suffix}`,
      LastName: lastName,
      Email: `${local}@example.com`,
      Alias: local.slice(0, 8),
      CommunityNickname: `${local}1.${suffix}`,
      IsActive: true,
      UserType: userType,
      TimeZoneSidKey: 'America/Los_Angeles',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      CreatedDate: time.datetime(-2200),
    })),
  );
}
