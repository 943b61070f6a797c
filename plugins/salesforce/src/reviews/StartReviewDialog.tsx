import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DatePicker,
  Select,
  Text,
  TextField,
} from '@backstage/ui';
import { ErrorPanel } from '../components/ErrorPanel';
import { dateValueOf, momentOf } from '../form/fields/moments';
import { useTranslation } from '../hooks/useTranslation';
import { PeopleField } from '../people/PeopleField';
import styles from './Reviews.module.css';
import type { StartFields } from './startFields';
import { StartReviewSubject } from './StartReviewSubject';
import { useStartReview } from './useStartReview';

const reviewers = ['manager', 'org_owner', 'named'] as const;
const undecided = ['remind', 'keep', 'revoke'] as const;
const revokeActions = [
  'salesforce_deactivate_user',
  'salesforce_freeze_user',
  'salesforce_offboard_user',
] as const;

/** Of what, by whom, until when. */
export function StartReviewDialog(props: {
  boardId?: string;
  org?: string;
  ids?: string[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { onClose, ids } = props;
  const form = useStartReview(props);
  const { fields, change, start, body } = form;
  return (
    <Dialog
      isOpen
      width={560}
      isDismissable={!start.isPending}
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>{t('reviews.startDialog.title')}</DialogHeader>
      <DialogBody>
        <div className={styles.stack}>
          {ids ? (
            <Text as="p">
              {t('reviews.startDialog.chosen', { count: ids.length })}
            </Text>
          ) : null}
          {!props.boardId && <StartReviewSubject form={form} />}
          <TextField
            label={t('reviews.startDialog.name')}
            maxLength={100}
            value={fields.title}
            onChange={title => change({ title })}
          />
          <Select
            label={t('reviews.startDialog.reviewers')}
            options={reviewers.map(value => ({
              value,
              label: t(`reviews.startDialog.by.${value}`),
            }))}
            value={fields.by}
            onChange={key => change({ by: key as StartFields['by'] })}
          />
          {fields.by !== 'org_owner' && (
            <PeopleField
              single
              label={
                fields.by === 'named'
                  ? t('reviews.startDialog.named')
                  : t('reviews.startDialog.fallback')
              }
              description={
                fields.by === 'manager'
                  ? t('reviews.startDialog.fallbackHint')
                  : undefined
              }
              kinds={['user', 'group']}
              value={fields.ref}
              onChange={ref => change({ ref })}
            />
          )}
          <DatePicker
            label={t('reviews.startDialog.due')}
            value={dateValueOf(fields.due)}
            onChange={next =>
              change({ due: next ? momentOf(next) : undefined })
            }
            granularity="day"
          />
          <Select
            label={t('reviews.startDialog.undecided')}
            options={undecided.map(value => ({
              value,
              label: t(`reviews.startDialog.undecidedChoice.${value}`),
            }))}
            value={fields.undecided}
            onChange={key =>
              change({ undecided: key as StartFields['undecided'] })
            }
          />
          {form.isUserBoard && (
            <Select
              label={t('reviews.startDialog.revokeAction')}
              options={revokeActions.map(value => ({
                value,
                label: t(`reviews.startDialog.revokeActions.${value}`),
              }))}
              value={fields.revokeAction}
              onChange={key =>
                change({ revokeAction: key as StartFields['revokeAction'] })
              }
            />
          )}
          {start.isError && <ErrorPanel error={start.error} />}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="secondary"
          isDisabled={start.isPending}
          onPress={onClose}
        >
          {t('reviews.startDialog.cancel')}
        </Button>
        <Button
          isDisabled={!body}
          isPending={start.isPending}
          onPress={() => body && start.mutate(body, { onSuccess: onClose })}
        >
          {t('reviews.startDialog.submit')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
