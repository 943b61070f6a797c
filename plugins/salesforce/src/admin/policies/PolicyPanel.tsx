import { Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import type { PolicyRecord } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { RelativeTime } from '../../components/RelativeTime';
import { useTranslation } from '../../hooks/useTranslation';
import { PanelFrame } from './PanelFrame';
import { PolicyForm } from './PolicyForm';
import { PolicyVersions } from './PolicyVersions';
import { Replay } from './Replay';
import { TryIt } from './TryIt';
import { usePolicyEditor } from './usePolicyEditor';

/** One policy: edit it, look at earlier versions, try it. */
export function PolicyPanel(props: { record: PolicyRecord }) {
  const { t } = useTranslation();
  const editor = usePolicyEditor(props.record);
  const [tab, setTab] = useState('edit');
  const { base } = editor;
  return (
    <PanelFrame
      title={base.actionTitle}
      label={t('policies.panel', { action: base.actionTitle })}
      facts={
        <>
          <Text as="span" variant="body-small" color="secondary">
            {t(`policies.source.${base.source}`)} ·{' '}
            {t('policies.version', { number: String(base.version) })}
          </Text>
          {base.changedBy && base.changedAt && (
            <Text as="span" variant="body-small" color="secondary">
              {t('policies.changedBy', { name: base.changedBy.displayName })}{' '}
              <RelativeTime at={base.changedAt} />
            </Text>
          )}
        </>
      }
    >
      <Tabs selectedKey={tab} onSelectionChange={key => setTab(String(key))}>
        <TabList>
          <Tab id="edit">{t('policies.tabs.edit')}</Tab>
          <Tab id="versions">{t('policies.tabs.versions')}</Tab>
          <Tab id="try">{t('policies.tabs.tryIt')}</Tab>
          <Tab id="replay">{t('policies.tabs.replay')}</Tab>
        </TabList>
        <TabPanel id="edit">
          <PolicyForm editor={editor} />
        </TabPanel>
        <TabPanel id="versions">
          <PolicyVersions
            action={base.action}
            currentVersion={base.version}
            startFrom={
              editor.mayChange
                ? policy => {
                    editor.startFrom(policy);
                    setTab('edit');
                  }
                : undefined
            }
          />
        </TabPanel>
        <TabPanel id="try">
          <TryIt
            action={base.action}
            policy={editor.changed ? editor.draft : undefined}
          />
        </TabPanel>
        <TabPanel id="replay">
          <Replay
            action={base.action}
            policy={editor.draft}
            isDraft={editor.changed}
          />
        </TabPanel>
      </Tabs>
    </PanelFrame>
  );
}
