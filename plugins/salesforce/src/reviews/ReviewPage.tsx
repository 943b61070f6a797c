import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { AccessReview } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { ErrorPanel } from '../components/ErrorPanel';
import { PersonChip } from '../components/PersonChip';
import { RelativeTime } from '../components/RelativeTime';
import { ScreenHeader } from '../components/ScreenHeader';
import { SkeletonLines } from '../components/SkeletonLines';
import { screenStateOf } from '../hooks/ScreenState';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { CloseReviewDialog } from './CloseReviewDialog';
import { ReviewItems } from './ReviewItems';
import { ReviewProgress } from './ReviewProgress';
import { ReviewState } from './ReviewState';
import { Reviewers } from './Reviewers';
import styles from './Reviews.module.css';
import { useReview, useReviewCommands } from './useReview';

/** One access review: who keeps what. */
export function ReviewPage() {
  const { reviewId = '' } = useParams();
  const { t } = useTranslation();
  const links = useLinks();
  const screen = screenStateOf(useReview(reviewId), review => ({ review }));
  const label =
    screen.state === 'ready' ? screen.review.title : t('reviews.title');
  return (
    <BreadcrumbEntry entry={{ label, href: links.review(reviewId) }}>
      {screen.state === 'loading' && (
        <div role="status" aria-label={t('reviews.loading')}>
          <SkeletonLines count={8} height={40} />
        </div>
      )}
      {screen.state === 'error' && (
        <ErrorPanel error={screen.error} retry={screen.retry} />
      )}
      {screen.state === 'ready' && <Review review={screen.review} />}
    </BreadcrumbEntry>
  );
}

function Review({ review }: { review: AccessReview }) {
  const { t } = useTranslation();
  const commands = useReviewCommands(review.id);
  const [closing, setClosing] = useState(false);
  const isOpen = review.state === 'open';
  const problem =
    commands.decide.error ?? commands.close.error ?? commands.download.error;
  const mayAskAgain = !isOpen && review.mayClose && review.toRequest > 0;
  return (
    <article className={styles.page}>
      <ScreenHeader
        title={review.title}
        actions={
          <>
            {review.mayClose && isOpen && (
              <Button
                variant={review.pending === 0 ? 'primary' : 'secondary'}
                onPress={() => setClosing(true)}
              >
                {t('reviews.close')}
              </Button>
            )}
            {mayAskAgain && (
              <Button
                isPending={commands.close.isPending}
                onPress={() => commands.close.mutate({})}
              >
                {t('reviews.askAgain')}
              </Button>
            )}
            <Button
              variant="secondary"
              iconStart={<RiDownloadLine />}
              isPending={commands.download.isPending}
              onPress={() => commands.download.mutate()}
            >
              {t('reviews.export')}
            </Button>
          </>
        }
      >
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
          {isOpen && (
            <Text as="span" color="secondary">
              {t(`reviews.atTheEnd.${review.undecided}`)}
            </Text>
          )}
        </div>
        <div className={styles.progress}>
          <ReviewProgress review={review} />
        </div>
        <Reviewers reviewers={review.reviewers} />
      </ScreenHeader>
      {problem && !closing && <ErrorPanel error={problem} />}
      <ReviewItems review={review} commands={commands} />
      {closing && (
        <CloseReviewDialog
          review={review}
          commands={commands}
          onClose={() => setClosing(false)}
        />
      )}
    </article>
  );
}
