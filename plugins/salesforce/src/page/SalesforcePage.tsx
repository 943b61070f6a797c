import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { useMemo, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { SalesforceQueryProvider } from '../api/SalesforceQueryProvider';
import { useMe } from '../api/useMe';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { NotAllowed } from './NotAllowed';
import { PagePanel } from './PagePanel';
import { SectionNav } from './SectionNav';
import { hasTab, mayOpen, needsRight } from './sections';
import { StablePageLayout } from './StablePageLayout';
import { siblingsOf, tabsOf, type SubPage } from './tabsOf';
import { usePageLabel } from './usePageLabel';

/**
 * The frame of all Salesforce pages: header, the tabs that the person may
 * use, and the sub-page. Sub-pages come from extensions, so that a host may
 * leave one out and other plugins may add theirs.
 */
export function SalesforcePage(props: {
  title: string;
  icon: JSX.Element;
  pages: SubPage[];
  headerActions: Array<JSX.Element | null>;
}) {
  return (
    <SalesforceQueryProvider>
      <Frame {...props} />
    </SalesforceQueryProvider>
  );
}

function Frame(props: Parameters<typeof SalesforcePage>[0]) {
  const { pages } = props;
  const links = useLinks();
  const label = usePageLabel();
  const me = useMe();
  const may = me.data?.may;
  const base = links.home();
  const tabs = useMemo(
    () => tabsOf({ base, pages, may, label }),
    [base, pages, may, label],
  );
  const sections = new Set(
    pages
      .filter(({ path }) => path.includes('/'))
      .map(p => p.path.split('/')[0]),
  );

  const guarded = ({ path, element }: SubPage): ReactNode => {
    if (!needsRight(path) || mayOpen(path, may)) return element;
    return me.isPending ? (
      <Container>
        <SkeletonLines count={5} />
      </Container>
    ) : (
      <NotAllowed />
    );
  };

  return (
    <StablePageLayout
      title={props.title}
      icon={props.icon}
      titleLink={base}
      tabs={tabs}
      headerActions={props.headerActions}
    >
      <PagePanel>
        <Routes>
          {pages.map(page => (
            <Route
              key={page.path}
              path={page.path ? `${page.path}/*` : '/'}
              element={
                <Labelled page={page} label={label(page.path, page.title)}>
                  <SectionNav
                    path={page.path}
                    pages={siblingsOf(page.path, pages, may)}
                  >
                    {guarded(page)}
                  </SectionNav>
                </Labelled>
              }
            />
          ))}
          {[...sections].map(section => {
            const first = pages.find(
              ({ path }) =>
                path.startsWith(`${section}/`) && mayOpen(path, may),
            );
            return (
              <Route
                key={section}
                path={section}
                element={
                  first ? (
                    <Navigate to={`${base}/${first.path}`} replace />
                  ) : (
                    <NotAllowed />
                  )
                }
              />
            );
          })}
          <Route path="*" element={<UnknownPage />} />
        </Routes>
      </PagePanel>
    </StablePageLayout>
  );
}

/** Adds the sub-page to the breadcrumbs; home is the root of them. */
function Labelled(props: {
  page: SubPage;
  label: string;
  children: ReactNode;
}) {
  const base = useLinks().home();
  const { page, label, children } = props;
  if (!page.path || !hasTab(page.path)) return <>{children}</>;
  return (
    <BreadcrumbEntry entry={{ label, href: `${base}/${page.path}` }}>
      {children}
    </BreadcrumbEntry>
  );
}

function UnknownPage() {
  const { t } = useTranslation();
  return (
    <NotAllowed
      title={t('error.titleNotFound')}
      description={t('error.nextNotFound')}
    />
  );
}
