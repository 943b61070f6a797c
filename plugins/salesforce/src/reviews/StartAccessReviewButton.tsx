import { Button } from '@backstage/ui';
import { RiShieldUserLine } from '@remixicon/react';
import { useState } from 'react';
import { useTranslation } from '../hooks/useTranslation';
import { StartReviewDialog } from './StartReviewDialog';
import { useReviewList } from './useReviewList';

/**
 * Starts an access review: of a board where one is named, with some of its rows
 * or all; else it asks of what. Draws nothing for those who may not start one.
 */
export function StartAccessReviewButton(props: {
  boardId?: string;
  org?: string;
  /** Rows of the board; left out: all. */
  ids?: string[];
}) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!useReviewList().data?.mayStart) return null;
  return (
    <>
      <Button
        variant={props.boardId ? 'secondary' : 'primary'}
        iconStart={<RiShieldUserLine />}
        onPress={() => setOpen(true)}
      >
        {t('reviews.start')}
      </Button>
      {isOpen && (
        <StartReviewDialog {...props} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
