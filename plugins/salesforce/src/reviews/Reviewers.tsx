import { Text } from '@backstage/ui';
import type { AccessReview } from '@salesdesk/backstage-plugin-salesforce-common';
import { Details } from '../components/Details';
import { PersonChip } from '../components/PersonChip';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Reviews.module.css';

/** Who reviews how much, and how far they are. */
export function Reviewers(props: { reviewers: AccessReview['reviewers'] }) {
  const { t } = useTranslation();
  const { reviewers } = props;
  if (reviewers.length === 0) return null;
  return (
    <Details summary={t('reviews.reviewers')}>
      <ul className={styles.reviewers}>
        {reviewers.map(({ person, rows, pending }) => (
          <li key={person.ref} className={styles.facts}>
            <PersonChip person={person} />
            <Text as="span" color="secondary">
              {t('reviews.reviewerRows', {
                decided: String(rows - pending),
                total: String(rows),
              })}
            </Text>
          </li>
        ))}
      </ul>
    </Details>
  );
}
