import { Button, Text } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Pager.module.css';

/** Previous and next of a list that is paged by cursor; nothing when there is one page. */
export function Pager(props: {
  page: number;
  hasNext: boolean;
  hasPrevious: boolean;
  next: () => void;
  previous: () => void;
}) {
  const { t } = useTranslation();
  if (!props.hasNext && !props.hasPrevious) return null;
  return (
    <nav className={styles.pager} aria-label={t('table.pages')}>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiArrowLeftSLine />}
        isDisabled={!props.hasPrevious}
        onPress={props.previous}
      >
        {t('table.previous')}
      </Button>
      <Text as="span" color="secondary" className={styles.page}>
        {t('table.page', { page: String(props.page) })}
      </Text>
      <Button
        variant="secondary"
        size="small"
        iconEnd={<RiArrowRightSLine />}
        isDisabled={!props.hasNext}
        onPress={props.next}
      >
        {t('table.next')}
      </Button>
    </nav>
  );
}
