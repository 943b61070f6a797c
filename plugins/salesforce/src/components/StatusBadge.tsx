import {
  RiAlertLine,
  RiCalendarScheduleLine,
  RiCheckDoubleLine,
  RiCheckLine,
  RiCloseCircleLine,
  RiForbidLine,
  RiHourglassLine,
  RiInboxLine,
  RiLoader4Line,
  RiRefreshLine,
  RiTimeLine,
  RiToolsLine,
} from '@remixicon/react';
import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactElement } from 'react';
import { useTranslation } from '../hooks/useTranslation';
import { StatusPill, type Tone } from './StatusPill';

const looks: Record<RequestState, { tone: Tone; icon: ReactElement }> = {
  submitted: { tone: 'neutral', icon: <RiInboxLine aria-hidden /> },
  awaiting_approval: { tone: 'info', icon: <RiTimeLine aria-hidden /> },
  approved: { tone: 'info', icon: <RiCheckLine aria-hidden /> },
  scheduled: { tone: 'info', icon: <RiCalendarScheduleLine aria-hidden /> },
  running: { tone: 'info', icon: <RiLoader4Line aria-hidden /> },
  succeeded: { tone: 'success', icon: <RiCheckDoubleLine aria-hidden /> },
  partly_failed: { tone: 'warning', icon: <RiAlertLine aria-hidden /> },
  failed: { tone: 'danger', icon: <RiCloseCircleLine aria-hidden /> },
  needs_admin: { tone: 'warning', icon: <RiToolsLine aria-hidden /> },
  rejected: { tone: 'danger', icon: <RiForbidLine aria-hidden /> },
  cancelled: { tone: 'neutral', icon: <RiForbidLine aria-hidden /> },
  expired: { tone: 'neutral', icon: <RiHourglassLine aria-hidden /> },
  stale: { tone: 'warning', icon: <RiRefreshLine aria-hidden /> },
};

/** The state of a request, the same everywhere. */
export function StatusBadge(props: { state: RequestState }) {
  const { t } = useTranslation();
  const { tone, icon } = looks[props.state];
  return (
    <StatusPill
      tone={tone}
      icon={icon}
      label={t(`requestState.${props.state}`)}
    />
  );
}
