import { Link, Text } from '@backstage/ui';
import type { InventoryRecord } from '@salesdesk/backstage-plugin-salesforce-common';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { ChangesOf } from './ChangesOf';
import { Facts } from './Facts';
import { GiveButton } from './GiveButton';
import styles from './Record.module.css';
import { RecordSection } from './RecordSection';
import { RelatedRows } from './RelatedRows';
import { SourceName } from './SourceList';
import { takeAway } from './takeAway';
import { useAccess } from './useAccess';
import { wordsOf } from './useRecord';

const facts = [
  'username',
  'email',
  'profile.name',
  'role.name',
  'license.name',
  'userType',
  'title',
  'department',
  'employeeNumber',
  'federationIdentifier',
  'createdAt',
  'lastLoginAt',
  'failedLogins',
];
const LAST_LOGINS = 10;

/** Who a Salesforce user is, what they hold, and how they came in lately. */
export function UserOverview(props: { record: InventoryRecord; org: string }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { record, org } = props;
  const person = wordsOf(record, 'personRef');
  const personPage = person && links.entity(person);
  const of = (field: string) => [
    { field, operator: 'is' as const, value: record.id },
  ];
  return (
    <div className={styles.page}>
      <div className={styles.columns}>
        <RecordSection title={t('directory.facts')}>
          <Facts record={record} fields={facts} />
          {personPage ? (
            <Link href={personPage}>
              {t('directory.person', {
                name: wordsOf(record, 'person.displayName') ?? record.label,
              })}
            </Link>
          ) : (
            <Text as="p" color="secondary">
              {t('directory.noPerson')}
            </Text>
          )}
        </RecordSection>
        <Holdings record={record} org={org} />
      </div>
      <RelatedRows
        title={t('directory.groupsAndQueues')}
        empty={t('directory.noGroupsAndQueues')}
        org={org}
        question={{
          object: 'GroupMember',
          columns: ['group.name', 'group.type'],
          filters: of('memberId'),
        }}
        selectable
        suggested={['salesforce_remove_group_member']}
      />
      <RelatedRows
        title={t('directory.licences')}
        empty={t('directory.noLicences')}
        org={org}
        question={{
          object: 'PermissionSetLicenseAssign',
          columns: ['license.label', 'license.used', 'license.total'],
          filters: of('userId'),
        }}
        selectable
        suggested={['salesforce_remove_license']}
      />
      <RelatedRows
        title={t('directory.lastLogins')}
        empty={t('directory.noLogins')}
        org={org}
        pageSize={LAST_LOGINS}
        question={{
          object: 'LoginHistory',
          columns: ['at', 'status', 'application', 'loginType', 'sourceIp'],
          filters: of('userId'),
          sort: { field: 'at', descending: true },
        }}
      />
      <RelatedRows
        title={t('directory.tokens')}
        empty={t('directory.noTokens')}
        org={org}
        question={{
          object: 'OauthToken',
          columns: ['app', 'createdAt', 'lastUsedAt', 'useCount'],
          filters: of('userId'),
        }}
        selectable
        suggested={['salesforce_revoke_oauth_token']}
      />
      <ChangesOf changes={record.changes} />
    </div>
  );
}

/** Profile, permission sets and groups of them, with their end and a way out. */
function Holdings(props: { record: InventoryRecord; org: string }) {
  const { t } = useTranslation();
  const { record, org } = props;
  const access = useAccess({ org, userId: record.id });
  const username = wordsOf(record, 'username') ?? record.id;
  return (
    <RecordSection
      title={t('directory.holdings')}
      actions={
        <GiveButton
          action="salesforce_assign_permission_set"
          input={{ users: [username] }}
          org={org}
          variant="tertiary"
        >
          {t('directory.giveSet')}
        </GiveButton>
      }
    >
      {access.isPending && <SkeletonLines count={4} height={28} />}
      {access.isError && (
        <ErrorPanel error={access.error} retry={() => void access.refetch()} />
      )}
      {access.data?.holdings.length === 0 && (
        <Text as="p" color="secondary">
          {t('directory.noHoldings')}
        </Text>
      )}
      {access.data && access.data.holdings.length > 0 && (
        <ul className={styles.list} aria-label={t('directory.holdings')}>
          {access.data.holdings.map(source => {
            const removal = takeAway(source, username);
            return (
              <li key={`${source.kind}-${source.id}`} className={styles.item}>
                <span className={styles.words}>
                  <SourceName source={source} org={org} />
                </span>
                {removal && (
                  <GiveButton
                    {...removal}
                    org={org}
                    variant="tertiary"
                    detail={t('directory.removeFrom', {
                      what: source.label,
                      name: record.label,
                    })}
                  >
                    {source.kind === 'profile'
                      ? t('directory.changeProfile')
                      : t('directory.remove')}
                  </GiveButton>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </RecordSection>
  );
}
