import {
  RiAlertLine,
  RiCheckLine,
  RiLoader4Line,
  RiPauseCircleLine,
  RiPlugLine,
} from '@remixicon/react';
import type { OrgStatus } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactElement } from 'react';
import { StatusPill, type Tone } from '../../components/StatusPill';
import { useTranslation } from '../../hooks/useTranslation';

const looks: Record<OrgStatus, { tone: Tone; icon: ReactElement }> = {
  connected: { tone: 'success', icon: <RiCheckLine aria-hidden /> },
  degraded: { tone: 'warning', icon: <RiAlertLine aria-hidden /> },
  validating: { tone: 'info', icon: <RiLoader4Line aria-hidden /> },
  syncing: { tone: 'info', icon: <RiLoader4Line aria-hidden /> },
  paused: { tone: 'neutral', icon: <RiPauseCircleLine aria-hidden /> },
  not_connected: { tone: 'danger', icon: <RiPlugLine aria-hidden /> },
  disconnected: { tone: 'neutral', icon: <RiPlugLine aria-hidden /> },
};

/** The state of an org, the same everywhere. */
export function OrgStatusPill(props: { status: OrgStatus }) {
  const { t } = useTranslation();
  const { tone, icon } = looks[props.status];
  return (
    <StatusPill
      tone={tone}
      icon={icon}
      label={t(`orgs.status.${props.status}`)}
    />
  );
}
