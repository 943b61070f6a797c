import { ButtonLink, Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { RiScales3Line } from '@remixicon/react';
import type { InventoryRecord } from '@salesdesk/backstage-plugin-salesforce-common';
import { useLocation, useParams } from 'react-router-dom';
import { SalesforceUserStatusPill } from '../entity/SalesforceUserStatusPill';
import { RequestChangeMenu } from '../entity/RequestChangeMenu';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { AccessExplorer } from './AccessExplorer';
import { RecordFrame } from './RecordFrame';
import styles from './Record.module.css';
import { userStateOf } from './userStateOf';
import { UserOverview } from './UserOverview';
import { useRecord, wordsOf } from './useRecord';

/** A Salesforce user: who, through what they may do what, what can be asked for. */
export function UserPage() {
  const { t } = useTranslation();
  const links = useLinks();
  const { recordId = '', '*': rest } = useParams();
  const { search } = useLocation();
  const state = useRecord('User', recordId);
  const query = new URLSearchParams(search);
  const orgOnly = query.get('org')
    ? `?${new URLSearchParams({ org: query.get('org') ?? '' })}`
    : '';
  const here = links.directory('users', recordId);
  return (
    <RecordFrame
      state={state}
      section="users"
      kind={t('directory.one.User')}
      badges={({ record }) => (
        <>
          <SalesforceUserStatusPill user={{ status: userStateOf(record) }} />
          {wordsOf(record, 'kind') === 'service' && (
            <Text as="span">{t('inventory.kind.service')}</Text>
          )}
        </>
      )}
      actions={({ record, org }) => (
        <>
          <ButtonLink
            variant="secondary"
            size="small"
            iconStart={<RiScales3Line />}
            href={`${links.directory('compare')}?${new URLSearchParams({
              a: record.id,
              ...(orgOnly && { org }),
            })}`}
          >
            {t('directory.compare.with')}
          </ButtonLink>
          <RequestChangeMenu
            user={salesforceUserOf(record, org)}
            personRef={wordsOf(record, 'personRef') ?? ''}
            name={record.label}
          />
        </>
      )}
    >
      {({ record, org }) => (
        <Tabs selectedKey={rest === 'access' ? 'access' : 'overview'}>
          <TabList
            className={styles.tabs}
            aria-label={t('directory.partsOfUser')}
          >
            <Tab id="overview" href={`${here}${orgOnly}`}>
              {t('directory.overview')}
            </Tab>
            <Tab id="access" href={`${here}/access${orgOnly}`}>
              {t('directory.access.title')}
            </Tab>
          </TabList>
          <TabPanel id="overview">
            <UserOverview record={record} org={org} />
          </TabPanel>
          <TabPanel id="access">
            <AccessExplorer org={org} userId={record.id} name={record.label} />
          </TabPanel>
        </Tabs>
      )}
    </RecordFrame>
  );
}

function salesforceUserOf(record: InventoryRecord, org: string) {
  return {
    org,
    orgTitle: org,
    status: userStateOf(record),
    username: wordsOf(record, 'username'),
  };
}
