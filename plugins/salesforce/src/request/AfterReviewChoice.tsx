import { Radio, RadioGroup } from '@backstage/ui';
import type { AfterReviewBody } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';

type Verdict = AfterReviewBody['verdict'];

const verdicts: Verdict[] = ['justified', 'not_justified'];

/** Whether an emergency was one. */
export function AfterReviewChoice(props: {
  verdict: Verdict | undefined;
  onChange(verdict: Verdict): void;
}) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      label={t('request.dialog.verdict')}
      value={props.verdict ?? ''}
      onChange={chosen => props.onChange(chosen as Verdict)}
    >
      {verdicts.map(verdict => (
        <Radio key={verdict} value={verdict}>
          {t(`request.afterReview.${verdict}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
