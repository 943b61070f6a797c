import { Button, ButtonLink, Card, CardBody, Container } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { Pager } from '../components/Pager';
import { ScreenHeader } from '../components/ScreenHeader';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { RequestsFilters } from './RequestsFilters';
import styles from './RequestsPage.module.css';
import { RequestsTable } from './RequestsTable';
import {
  useRequests,
  type RequestsFilterState,
  type RequestsList,
} from './useRequests';

/** All requests that the person may see, to be narrowed down. */
export function RequestsPage() {
  const { t } = useTranslation();
  const links = useLinks();
  const { filtering, list } = useRequests();
  return (
    <Container>
      <ScreenHeader
        title={t('requests.title')}
        actions={
          <ButtonLink
            href={links.home()}
            variant="secondary"
            iconStart={<RiAddLine />}
          >
            {t('requests.newRequest')}
          </ButtonLink>
        }
      />
      <RequestsFilters filtering={filtering} />
      <Card>
        <CardBody>
          <RequestsBody filtering={filtering} list={list} />
        </CardBody>
      </Card>
    </Container>
  );
}

function RequestsBody(props: {
  filtering: RequestsFilterState;
  list: RequestsList;
}) {
  const { t } = useTranslation();
  const { filtering, list } = props;
  switch (list.state) {
    case 'loading':
      return (
        <div role="status" aria-label={t('requests.loading')}>
          <SkeletonLines count={10} height={24} />
        </div>
      );
    case 'error':
      return <ErrorPanel error={list.error} retry={list.retry} />;
    case 'empty':
      return <NoRequests filtering={filtering} />;
    default:
      return (
        <div className={styles.list} aria-busy={list.outdated}>
          <RequestsTable requests={list.requests} />
          <Pager {...list.paging} />
        </div>
      );
  }
}

function NoRequests(props: { filtering: RequestsFilterState }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { filter, narrowed, clear } = props.filtering;
  if (narrowed) {
    return (
      <EmptyPanel
        title={t('requests.noneFound')}
        description={t('requests.noneFoundDescription')}
        action={
          <Button variant="secondary" onPress={clear}>
            {t('requests.clear')}
          </Button>
        }
      />
    );
  }
  switch (filter.view) {
    case 'to_review':
      return (
        <EmptyPanel
          title={t('requests.emptyReview')}
          description={t('requests.emptyReviewDescription')}
        />
      );
    case 'all':
      return (
        <EmptyPanel
          title={t('requests.emptyAll')}
          description={t('requests.emptyAllDescription')}
        />
      );
    default:
      return (
        <EmptyPanel
          title={t('requests.emptyMine')}
          description={t('requests.emptyMineDescription')}
          action={
            <ButtonLink href={links.home()} variant="primary">
              {t('requests.newRequest')}
            </ButtonLink>
          }
        />
      );
  }
}
