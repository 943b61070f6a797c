import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import styles from './SectionNav.module.css';
import { usePageLabel } from './usePageLabel';
import type { SubPage } from './tabsOf';

/** The second row of tabs, around the content of pages that share a section. */
export function SectionNav(props: {
  path: string;
  pages: SubPage[];
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const label = usePageLabel();
  const base = useLinks().home();
  if (props.pages.length < 2) return <>{props.children}</>;
  return (
    <Tabs>
      <TabList className={styles.nav} aria-label={t('pages.sections')}>
        {props.pages.map(({ path, title }) => (
          <Tab
            key={path}
            id={path}
            href={`${base}/${path}`}
            matchStrategy="prefix"
          >
            {label(path, title)}
          </Tab>
        ))}
      </TabList>
      <TabPanel className={styles.content} id={props.path}>
        {props.children}
      </TabPanel>
    </Tabs>
  );
}
