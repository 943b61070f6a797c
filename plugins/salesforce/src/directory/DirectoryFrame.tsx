import {
  ButtonLink,
  Container,
  Link,
  Tab,
  TabList,
  TabPanel,
  Tabs,
} from '@backstage/ui';
import { RiQuestionLine, RiScales3Line } from '@remixicon/react';
import type { ReactNode } from 'react';
import { ErrorPanel } from '../components/ErrorPanel';
import { ScreenHeader } from '../components/ScreenHeader';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { OrgSelect } from '../inventory/OrgSelect';
import { sections, tabs } from '../inventory/sections';
import { SyncState } from '../inventory/SyncState';
import { useInventoryOrg } from '../inventory/useInventoryOrg';
import type { InventorySyncing } from '../inventory/useInventoryStatus';
import styles from './Directory.module.css';

/** What all lists of the directory have above them. */
export function DirectoryFrame(props: {
  /** The tab that is open; none on a page that answers a question. */
  tab?: string;
  syncing: InventorySyncing;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const { tab } = props;
  const { org, error, retry } = useInventoryOrg();
  const query =
    org && !org.isDefault ? `?org=${encodeURIComponent(org.id)}` : '';
  return (
    <Container>
      <ScreenHeader
        title={t('directory.title')}
        actions={
          <>
            <OrgSelect />
            <ButtonLink
              variant="secondary"
              iconStart={<RiQuestionLine />}
              href={`${links.directory('who-can')}${query}`}
            >
              {t('directory.whoCan.open')}
            </ButtonLink>
            <ButtonLink
              variant="secondary"
              iconStart={<RiScales3Line />}
              href={`${links.directory('compare')}${query}`}
            >
              {t('directory.compare.open')}
            </ButtonLink>
          </>
        }
      >
        <SyncState syncing={props.syncing} org={org?.id} />
      </ScreenHeader>
      {Boolean(error) && <ErrorPanel error={error} retry={retry} />}
      {tab ? (
        <Tabs selectedKey={tab}>
          <TabList className={styles.tabs} aria-label={t('directory.lists')}>
            {tabs.map(each => {
              const first = sections.find(section => section.tab === each);
              return (
                <Tab
                  key={each}
                  id={each}
                  href={`${links.directory(first?.slug)}${query}`}
                >
                  {t(`directory.tab.${each}` as 'directory.tab.users')}
                </Tab>
              );
            })}
          </TabList>
          <TabPanel id={tab}>{props.children}</TabPanel>
        </Tabs>
      ) : (
        <>
          <div className={styles.tabs}>
            <Link href={`${links.directory('users')}${query}`}>
              {t('directory.back')}
            </Link>
          </div>
          {props.children}
        </>
      )}
    </Container>
  );
}
