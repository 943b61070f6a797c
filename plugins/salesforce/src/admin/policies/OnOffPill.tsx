import { RiCheckLine, RiForbidLine } from '@remixicon/react';
import { StatusPill } from '../../components/StatusPill';
import { useTranslation } from '../../hooks/useTranslation';

/** Whether people can ask for an action at all. */
export function OnOffPill(props: { on: boolean }) {
  const { t } = useTranslation();
  return props.on ? (
    <StatusPill
      tone="success"
      icon={<RiCheckLine aria-hidden />}
      label={t('policies.on')}
    />
  ) : (
    <StatusPill
      tone="neutral"
      icon={<RiForbidLine aria-hidden />}
      label={t('policies.off')}
    />
  );
}
