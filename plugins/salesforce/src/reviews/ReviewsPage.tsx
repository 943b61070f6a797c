import { Card, CardBody, Link, Text } from '@backstage/ui';
import { RiShieldUserLine } from '@remixicon/react';
import type { AccessReview } from '@salesdesk/backstage-plugin-salesforce-common';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { PersonChip } from '../components/PersonChip';
import { RelativeTime } from '../components/RelativeTime';
import { ScreenHeader } from '../components/ScreenHeader';
import { SkeletonLines } from '../components/SkeletonLines';
import { screenStateOf } from '../hooks/ScreenState';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { ReviewProgress } from './ReviewProgress';
import { ReviewState } from './ReviewState';
import styles from './Reviews.module.css';
import { StartAccessReviewButton } from './StartAccessReviewButton';
import { useReviewList } from './useReviewList';

/** Every access review that is something to the person, what waits first. */
export function ReviewsPage() {
  const { t } = useTranslation();
  const query = useReviewList();
  const mayStart = query.data?.mayStart ?? false;
  const screen = screenStateOf(query, ({ items }) =>
    items.length > 0 ? { items } : undefined,
  );
  return (
    <>
      <ScreenHeader
        title={t('reviews.title')}
        actions={
          screen.state === 'ready' && mayStart ? (
            <StartAccessReviewButton />
          ) : undefined
        }
      />
      {screen.state === 'loading' && (
        <div role="status" aria-label={t('reviews.loading')}>
          <SkeletonLines count={4} height={64} />
        </div>
      )}
      {screen.state === 'error' && (
        <ErrorPanel error={screen.error} retry={screen.retry} />
      )}
      {screen.state === 'empty' && (
        <EmptyPanel
          icon={<RiShieldUserLine size={32} />}
          title={t('reviews.empty')}
          description={
            mayStart
              ? t('reviews.emptyDescription')
              : t('reviews.emptyReviewer')
          }
          action={mayStart ? <StartAccessReviewButton /> : undefined}
        />
      )}
      {screen.state === 'ready' && (
        <ul className={styles.reviews} aria-label={t('reviews.title')}>
          {waitingFirst(screen.items).map(review => (
            <li key={review.id}>
              <ReviewCard review={review} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function ReviewCard({ review }: { review: AccessReview }) {
  const { t } = useTranslation();
  const links = useLinks();
  return (
    <Card>
      <CardBody>
        <div className={styles.card}>
          <div className={styles.cardWords}>
            <Link
              href={links.review(review.id)}
              variant="body-large"
              weight="bold"
              standalone
            >
              {review.title}
            </Link>
            <div className={styles.facts}>
              <ReviewState review={review} />
              <Text as="span" color="secondary">
                {review.source}
              </Text>
              <PersonChip person={review.startedBy} />
              <Text as="span" color="secondary">
                {review.closedAt ? t('reviews.closedAt') : t('reviews.due')}{' '}
                <RelativeTime at={review.closedAt ?? review.dueAt} />
              </Text>
            </div>
            {review.minePending > 0 && review.state === 'open' && (
              <Text as="p" weight="bold">
                {t('reviews.waitsForYou', { count: review.minePending })}
              </Text>
            )}
          </div>
          <div className={styles.cardProgress}>
            <ReviewProgress review={review} />
          </div>
        </div>
      </CardBody>
    </Card>
  );
}

function waitingFirst(reviews: AccessReview[]): AccessReview[] {
  const waits = ({ state, minePending }: AccessReview) =>
    state === 'open' && minePending > 0;
  return [
    ...reviews.filter(waits),
    ...reviews.filter(review => !waits(review)),
  ];
}
