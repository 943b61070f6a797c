import { RiShieldCheckLine, RiShieldLine } from '@remixicon/react';
import type { Risk } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';
import { StatusPill, type Tone } from './StatusPill';

const tones: Record<Risk, Tone> = {
  low: 'neutral',
  medium: 'neutral',
  high: 'warning',
  critical: 'danger',
};

/** How much an action can break. */
export function RiskBadge(props: { risk: Risk }) {
  const { t } = useTranslation();
  const calm = props.risk === 'low' || props.risk === 'medium';
  return (
    <StatusPill
      tone={tones[props.risk]}
      icon={
        calm ? <RiShieldCheckLine aria-hidden /> : <RiShieldLine aria-hidden />
      }
      label={t(`risk.${props.risk}`)}
    />
  );
}
