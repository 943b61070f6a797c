import { Radio, RadioGroup, Select, TextField } from '@backstage/ui';
import { useTranslation } from '../hooks/useTranslation';
import type { StartFields } from './startFields';
import type { StartForm } from './useStartReview';

const kinds = [
  'permission_set',
  'permission_set_group',
  'profile',
  'user_license',
  'permission_set_license',
  'group',
] as const;

/** Whose access is reviewed: the rows of a board, or everybody who has something. */
export function StartReviewSubject(props: { form: StartForm }) {
  const { t } = useTranslation();
  const { fields, change, orgs, boards } = props.form;
  return (
    <>
      {orgs.length > 1 && (
        <Select
          label={t('reviews.startDialog.org')}
          options={orgs.map(({ id, title }) => ({ value: id, label: title }))}
          value={fields.org ?? null}
          onChange={key => change({ org: String(key) })}
        />
      )}
      <RadioGroup
        label={t('reviews.startDialog.of')}
        value={fields.of}
        onChange={key => change({ of: key as StartFields['of'] })}
      >
        <Radio value="board">{t('reviews.startDialog.ofBoard')}</Radio>
        <Radio value="access">{t('reviews.startDialog.ofAccess')}</Radio>
      </RadioGroup>
      {fields.of === 'board' ? (
        <Select
          label={t('reviews.startDialog.board')}
          options={boards
            .filter(({ targetsUsers }) => targetsUsers)
            .map(({ id, title }) => ({ value: id, label: title }))}
          value={fields.board ?? null}
          onChange={key => change({ board: String(key) })}
        />
      ) : (
        <>
          <Select
            label={t('reviews.startDialog.kind')}
            options={kinds.map(value => ({
              value,
              label: t(`reviews.startDialog.kinds.${value}`),
            }))}
            value={fields.accessKind}
            onChange={key =>
              change({ accessKind: key as StartFields['accessKind'] })
            }
          />
          <TextField
            label={t('reviews.startDialog.access')}
            description={t('reviews.startDialog.accessHint')}
            maxLength={255}
            value={fields.access}
            onChange={access => change({ access })}
          />
        </>
      )}
    </>
  );
}
