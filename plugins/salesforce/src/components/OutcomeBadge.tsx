import {
  RiCheckDoubleLine,
  RiCheckLine,
  RiCloseCircleLine,
  RiQuestionLine,
  RiSkipForwardLine,
  RiTimeLine,
} from '@remixicon/react';
import type { ChangeOutcome } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactElement } from 'react';
import { useTranslation } from '../hooks/useTranslation';
import { StatusPill, type Tone } from './StatusPill';

const looks: Record<ChangeOutcome, { tone: Tone; icon: ReactElement }> = {
  pending: { tone: 'neutral', icon: <RiTimeLine aria-hidden /> },
  applied: { tone: 'success', icon: <RiCheckDoubleLine aria-hidden /> },
  already_there: { tone: 'success', icon: <RiCheckLine aria-hidden /> },
  failed: { tone: 'danger', icon: <RiCloseCircleLine aria-hidden /> },
  unknown: { tone: 'warning', icon: <RiQuestionLine aria-hidden /> },
  skipped: { tone: 'neutral', icon: <RiSkipForwardLine aria-hidden /> },
};

/** What became of one change. */
export function OutcomeBadge(props: { outcome: ChangeOutcome }) {
  const { t } = useTranslation();
  const { tone, icon } = looks[props.outcome];
  return (
    <StatusPill tone={tone} icon={icon} label={t(`outcome.${props.outcome}`)} />
  );
}
