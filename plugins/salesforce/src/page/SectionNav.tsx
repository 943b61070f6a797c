import { Container, Tab, TabList, Tabs } from '@backstage/ui';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import styles from './SectionNav.module.css';
import { usePageLabel } from './usePageLabel';
import type { SubPage } from './tabsOf';

/** The second row of tabs, on pages that share a section. */
export function SectionNav(props: { pages: SubPage[] }) {
  const { t } = useTranslation();
  const label = usePageLabel();
  const base = useLinks().home();
  if (props.pages.length < 2) return null;
  return (
    <Container className={styles.nav}>
      <Tabs>
        <TabList aria-label={t('pages.sections')}>
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
      </Tabs>
    </Container>
  );
}
