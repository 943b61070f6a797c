import { Select } from '@backstage/ui';
import type { PolicyRecord } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import { PanelFrame } from './PanelFrame';
import { TryIt } from './TryIt';

/** Trying policies without opening one first. */
export function TryItPanel(props: { policies: PolicyRecord[] }) {
  const { t } = useTranslation();
  const [action, setAction] = useState<string>();
  return (
    <PanelFrame
      title={t('policies.tryIt.title')}
      label={t('policies.tryIt.title')}
    >
      <TryIt action={action}>
        <Select
          label={t('policies.tryIt.action')}
          placeholder={t('policies.tryIt.chooseAction')}
          options={props.policies.map(record => ({
            value: record.action,
            label: record.actionTitle,
          }))}
          value={action ?? null}
          onChange={key => setAction(key === null ? undefined : String(key))}
        />
      </TryIt>
    </PanelFrame>
  );
}
