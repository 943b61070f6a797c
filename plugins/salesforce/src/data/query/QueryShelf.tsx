import { Button, Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import { useState } from 'react';
import { RelativeTime } from '../../components/RelativeTime';
import { useTranslation } from '../../hooks/useTranslation';
import { SchemaPanel } from '../schema/SchemaPanel';
import styles from './QueryShelf.module.css';
import { SavedQueryList } from './SavedQueryList';
import type { QueryScreen } from './useQueryScreen';

/**
 * What helps to write a query: the org's objects, kept queries, earlier ones.
 * Beside the editor where there is room, else folded away above it.
 */
export function QueryShelf(props: { screen: QueryScreen }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { screen } = props;
  return (
    <aside
      className={styles.shelf}
      aria-label={t('data.shelf')}
      data-open={isOpen || undefined}
    >
      <Button
        className={styles.toggle}
        variant="secondary"
        size="small"
        aria-expanded={isOpen}
        iconEnd={isOpen ? <RiArrowUpSLine /> : <RiArrowDownSLine />}
        onPress={() => setOpen(!isOpen)}
      >
        {t('data.shelf')}
      </Button>
      <div className={styles.content}>
        <Tabs>
          <TabList aria-label={t('data.shelf')}>
            <Tab id="objects">{t('data.schema.objects')}</Tab>
            <Tab id="saved">{t('data.saved.title')}</Tab>
            <Tab id="history">{t('data.history.title')}</Tab>
          </TabList>
          <TabPanel id="objects" className={styles.panel}>
            <SchemaPanel
              org={screen.choice.org}
              onInsert={screen.insert}
              onQuery={screen.show}
            />
          </TabPanel>
          <TabPanel id="saved" className={styles.panel}>
            <SavedQueryList screen={screen} />
          </TabPanel>
          <TabPanel id="history" className={styles.panel}>
            <History screen={screen} />
          </TabPanel>
        </Tabs>
      </div>
    </aside>
  );
}

function History(props: { screen: QueryScreen }) {
  const { t } = useTranslation();
  const { past, show, forget } = props.screen;
  if (past.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('data.history.empty')}
      </Text>
    );
  }
  return (
    <>
      <ul className={styles.list} aria-label={t('data.history.title')}>
        {past.map(({ query, at }) => (
          <li key={`${at} ${query}`}>
            <button
              type="button"
              className={styles.entry}
              title={query}
              onClick={() => show(query)}
            >
              <span className={styles.soql}>{query}</span>
              <span className={styles.detail}>
                <RelativeTime at={at} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button variant="tertiary" size="small" onPress={forget}>
        {t('data.history.forget')}
      </Button>
    </>
  );
}
