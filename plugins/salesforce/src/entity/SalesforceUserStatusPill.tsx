import {
  RiCheckLine,
  RiForbidLine,
  RiQuestionLine,
  RiSnowflakeLine,
  RiUserUnfollowLine,
} from '@remixicon/react';
import type {
  SalesforceUser,
  SalesforceUserStatus,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactElement } from 'react';
import { StatusPill, type Tone } from '../components/StatusPill';
import { useLanguage } from '../hooks/useLanguage';
import { useTranslation } from '../hooks/useTranslation';
import { dayInWords } from './dayInWords';

const looks: Record<SalesforceUserStatus, { tone: Tone; icon: ReactElement }> =
  {
    active: { tone: 'success', icon: <RiCheckLine aria-hidden /> },
    frozen: { tone: 'info', icon: <RiSnowflakeLine aria-hidden /> },
    inactive: { tone: 'neutral', icon: <RiForbidLine aria-hidden /> },
    none: { tone: 'neutral', icon: <RiUserUnfollowLine aria-hidden /> },
    unknown: { tone: 'warning', icon: <RiQuestionLine aria-hidden /> },
  };

/** Whether somebody can log in to Salesforce, and if not, why. */
export function SalesforceUserStatusPill(props: {
  user: Pick<SalesforceUser, 'status' | 'frozenUntil'>;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { status, frozenUntil } = props.user;
  const { tone, icon } = looks[status];
  return (
    <StatusPill
      tone={tone}
      icon={icon}
      label={
        status === 'frozen' && frozenUntil
          ? t('entity.status.frozenUntil', {
              day: dayInWords(frozenUntil, language),
            })
          : t(`entity.status.${status}`)
      }
    />
  );
}
