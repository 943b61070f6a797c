import { Button, Checkbox, Link, Text } from '@backstage/ui';
import type {
  AccessDecision,
  AccessReview,
  AccessReviewItem,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { Breakable } from '../components/Breakable';
import { PersonChip } from '../components/PersonChip';
import { useLanguage } from '../hooks/useLanguage';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { DecisionPill } from './DecisionPill';
import { shownValue } from './shownValue';
import styles from './ItemsTable.module.css';
import type { ItemSelection } from './useItemSelection';

/** Rows as they were when the review began; on a phone one below the other. */
export function ItemsTable(props: {
  review: AccessReview;
  items: AccessReviewItem[];
  selection: ItemSelection;
  decide: (decision: AccessDecision, position: number) => void;
}) {
  const { t } = useTranslation();
  const { review, items, selection, decide } = props;
  const all = items.length > 0 && selection.chosen.length === items.length;
  const isOpen = review.state === 'open';
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('reviews.table')}>
        <thead>
          <tr>
            {isOpen && (
              <th scope="col">
                <Checkbox
                  aria-label={t('reviews.selectAll')}
                  isSelected={all}
                  isIndeterminate={!all && selection.chosen.length > 0}
                  onChange={selection.chooseAll}
                />
              </th>
            )}
            {review.columns.map((column, index) => (
              <th key={`${index} ${column}`} scope="col">
                {column}
              </th>
            ))}
            <th scope="col">{t('reviews.rowReviewer')}</th>
            <th scope="col">{t('reviews.rowDecision')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <ItemRow
              key={item.position}
              review={review}
              item={item}
              selection={selection}
              decide={decide}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ItemRow(props: {
  review: AccessReview;
  item: AccessReviewItem;
  selection: ItemSelection;
  decide: (decision: AccessDecision, position: number) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { review, item, selection, decide } = props;
  const name = String(item.values[0] ?? item.recordId);
  return (
    <tr
      id={`review-item-${item.position}`}
      aria-current={selection.current === item.position || undefined}
    >
      {review.state === 'open' && (
        <td className={styles.check}>
          <Checkbox
            aria-label={t('reviews.select', { name })}
            isSelected={selection.isChosen(item.position)}
            onChange={() => selection.toggle(item.position)}
          />
        </td>
      )}
      {item.values.map((value, index) => (
        <td key={review.columns[index]} data-label={review.columns[index]}>
          <Text
            as="span"
            weight={index === 0 ? 'bold' : 'regular'}
            className={styles.value}
            title={typeof value === 'string' ? value : undefined}
          >
            <Breakable>{shownValue(value, language)}</Breakable>
          </Text>
        </td>
      ))}
      <td className={styles.reviewer} data-label={t('reviews.rowReviewer')}>
        <PersonChip person={item.reviewer} />
      </td>
      <td data-label={t('reviews.rowDecision')}>
        <ItemDecision item={item} name={name} decide={decide} />
      </td>
    </tr>
  );
}

function ItemDecision(props: {
  item: AccessReviewItem;
  name: string;
  decide: (decision: AccessDecision, position: number) => void;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const { item, name, decide } = props;
  const { decision, mayDecide, position } = item;
  return (
    <div className={styles.decision}>
      {mayDecide && decision === 'pending' && (
        <div className={styles.buttons}>
          <Button
            size="small"
            variant="secondary"
            aria-label={`${t('reviews.keep')}: ${name}`}
            onPress={() => decide('keep', position)}
          >
            {t('reviews.keep')}
          </Button>
          <Button
            size="small"
            variant="secondary"
            destructive
            aria-label={`${t('reviews.revoke')}: ${name}`}
            onPress={() => decide('revoke', position)}
          >
            {t('reviews.revoke')}
          </Button>
        </div>
      )}
      {!(mayDecide && decision === 'pending') && (
        <div className={styles.buttons}>
          <DecisionPill decision={decision} />
          {mayDecide && (
            <Button
              size="small"
              variant="tertiary"
              aria-label={`${t('reviews.takeBack')}: ${name}`}
              onPress={() => decide('pending', position)}
            >
              {t('reviews.takeBack')}
            </Button>
          )}
          {item.requestId && (
            <Link href={links.request(item.requestId)} variant="body-medium">
              {t('reviews.request')}
            </Link>
          )}
        </div>
      )}
      {[
        item.decidedBy &&
          t('reviews.decidedBy', { who: item.decidedBy.displayName }),
        item.comment,
        item.cannotDecide,
        item.goneAt && t('reviews.gone'),
      ].map(
        words =>
          words && (
            <Text key={words} as="p" variant="body-small" color="secondary">
              {words}
            </Text>
          ),
      )}
      {item.problem && (
        <Text as="p" variant="body-small" color="danger">
          {item.problem}
        </Text>
      )}
    </div>
  );
}
