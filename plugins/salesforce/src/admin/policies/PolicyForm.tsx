import {
  NumberField,
  Radio,
  RadioGroup,
  Switch,
  Text,
  TextField,
} from '@backstage/ui';
import type { Policy } from '@salesdesk/backstage-plugin-salesforce-common';
import { ErrorPanel } from '../../components/ErrorPanel';
import { useTranslation } from '../../hooks/useTranslation';
import { PeopleField } from '../../people/PeopleField';
import { DurationField } from './DurationField';
import { EscalationEditor } from './EscalationEditor';
import styles from './Policies.module.css';
import { PolicyConflict } from './PolicyConflict';
import { PolicyFormButtons } from './PolicyFormButtons';
import { policySentence } from './policySentence';
import { StagesEditor } from './StagesEditor';
import type { PolicyEditor } from './usePolicyEditor';
import { useWording } from './useWording';

const selfServices: Policy['selfService'][] = ['allowed', 'only', 'off'];

/** A policy as a form, with the sentence it means above all. */
export function PolicyForm(props: { editor: PolicyEditor }) {
  const { t } = useTranslation();
  const { editor } = props;
  const { draft, change, mayChange } = editor;
  const wording = useWording([draft]);
  return (
    <div className={styles.form}>
      <div
        className={styles.means}
        role="status"
        aria-label={t('policies.means')}
      >
        <Text as="p">{policySentence(draft, wording)}</Text>
      </div>
      {!mayChange && (
        <Text as="p" color="secondary">
          {t('policies.readOnly')}
        </Text>
      )}
      <Switch
        label={t('policies.form.enabled')}
        isSelected={draft.enabled}
        isDisabled={!mayChange}
        onChange={enabled => change({ enabled })}
      />
      <PeopleField
        label={t('policies.whoMayAsk')}
        description={t('policies.form.audienceHint')}
        kinds={['user', 'group']}
        value={draft.audience}
        isDisabled={!mayChange}
        onChange={audience => change({ audience })}
      />
      <RadioGroup
        label={t('policies.form.selfService')}
        value={draft.selfService}
        isDisabled={!mayChange}
        onChange={value =>
          change({ selfService: value as Policy['selfService'] })
        }
      >
        {selfServices.map(value => (
          <Radio key={value} value={value}>
            {t(`policies.self.${value}`)}
          </Radio>
        ))}
      </RadioGroup>
      <StagesEditor
        stages={draft.stages}
        isDisabled={!mayChange}
        onChange={stages => change({ stages })}
        errorsAt={editor.errorsAt}
        wording={wording}
      />
      {draft.stages.length > 1 && (
        <Switch
          label={t('policies.distinctReviewers')}
          isSelected={draft.distinctReviewers}
          isDisabled={!mayChange}
          onChange={distinctReviewers => change({ distinctReviewers })}
        />
      )}
      <Switch
        label={t('policies.form.reasonRequired')}
        isSelected={draft.reason === 'required'}
        isDisabled={!mayChange}
        onChange={required =>
          change({ reason: required ? 'required' : 'optional' })
        }
      />
      <NumberField
        label={t('policies.maxTargets')}
        description={t('policies.form.maxTargetsHint')}
        minValue={1}
        maxValue={10_000}
        isDisabled={!mayChange}
        value={draft.limits.maxTargets ?? NaN}
        onChange={value =>
          change({
            limits: {
              ...draft.limits,
              maxTargets: Number.isNaN(value) ? undefined : value,
            },
          })
        }
      />
      <DurationField
        label={t('policies.maxDuration')}
        description={t('policies.form.maxDurationHint')}
        value={draft.limits.maxDuration}
        isOptional
        isDisabled={!mayChange}
        errors={editor.errorsAt('policy.limits.maxDuration')}
        onChange={maxDuration =>
          change({ limits: { ...draft.limits, maxDuration } })
        }
      />
      <DurationField
        label={t('policies.expiresAfter')}
        value={draft.expiresAfter}
        isDisabled={!mayChange}
        errors={editor.errorsAt('policy.expiresAfter')}
        onChange={expiresAfter => change({ expiresAfter: expiresAfter ?? '' })}
      />
      <DurationField
        label={t('policies.remindAfter')}
        description={t('policies.form.remindAfterHint')}
        value={draft.remindAfter}
        isOptional
        isDisabled={!mayChange}
        errors={editor.errorsAt('policy.remindAfter')}
        onChange={remindAfter => change({ remindAfter })}
      />
      <EscalationEditor
        escalation={draft.escalation}
        isDisabled={!mayChange}
        errorsAt={editor.errorsAt}
        onChange={escalation => change({ escalation })}
      />
      {mayChange && (
        <TextField
          label={t('policies.form.comment')}
          description={t('policies.form.commentHint')}
          maxLength={4000}
          value={editor.comment}
          onChange={editor.setComment}
        />
      )}
      {Boolean(editor.error) && <ErrorPanel error={editor.error} />}
      {editor.theirs && <PolicyConflict editor={editor} />}
      {mayChange && <PolicyFormButtons editor={editor} />}
    </div>
  );
}
