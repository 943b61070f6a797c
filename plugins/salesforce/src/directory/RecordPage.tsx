import { Switch } from '@backstage/ui';
import type { InventoryRecord } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { toneOfPool, UsageBar } from '../components/UsageBar';
import { useLanguage } from '../hooks/useLanguage';
import { useTranslation } from '../hooks/useTranslation';
import { findSection } from '../inventory/sections';
import { useInventoryOrg } from '../inventory/useInventoryOrg';
import { useInventoryStatus } from '../inventory/useInventoryStatus';
import { NotAllowed } from '../page/NotAllowed';
import { ChangesOf } from './ChangesOf';
import { Facts } from './Facts';
import { GiveButton } from './GiveButton';
import { isLicense, membersOf, sleepersOf } from './membersOf';
import { PermissionsOf } from './PermissionsOf';
import styles from './Record.module.css';
import { RecordFrame } from './RecordFrame';
import { RecordSection } from './RecordSection';
import { RelatedRows } from './RelatedRows';
import { factOf, useRecord } from './useRecord';

/** Nobody is missed who has not logged in for so long. */
const SLEEPING_DAYS = 90;

const factsOf: Record<string, string[]> = {
  PermissionSet: ['name', 'description', 'license.label', 'namespace'],
  PermissionSetGroup: ['developerName', 'status', 'description'],
  Profile: ['license.name', 'userType', 'description'],
  UserRole: ['developerName', 'parent.name', 'subordinates.count'],
  UserLicense: ['definitionKey', 'status', 'cost'],
  PermissionSetLicense: ['developerName', 'status', 'expiresAt'],
  PackageLicense: ['status', 'expiresAt'],
  Group: ['type', 'developerName', 'email'],
  Territory2: ['developerName', 'parent.name'],
};

/** A permission set, profile, role, licence or group: what it is, who has it. */
export function RecordPage() {
  const { t } = useTranslation();
  const { section: slug, recordId = '' } = useParams();
  const section = findSection(slug);
  if (!section?.hasPages) {
    return (
      <NotAllowed
        title={t('error.titleNotFound')}
        description={t('error.nextNotFound')}
      />
    );
  }
  return (
    <OneRecord
      key={recordId}
      section={section.slug}
      object={section.object}
      recordId={recordId}
    />
  );
}

function OneRecord(props: {
  section: string;
  object: string;
  recordId: string;
}) {
  const { t } = useTranslation();
  const { section, object, recordId } = props;
  const state = useRecord(object, recordId);
  return (
    <RecordFrame
      state={state}
      section={section}
      kind={t(`directory.one.${object}` as 'directory.one.User')}
      actions={({ record, org }) => {
        const give = membersOf(record)?.give;
        return (
          give && (
            <GiveButton {...give} org={org} variant="primary">
              {t('directory.give')}
            </GiveButton>
          )
        );
      }}
    >
      {({ record, org }) => <RecordBody record={record} org={org} />}
    </RecordFrame>
  );
}

function RecordBody(props: { record: InventoryRecord; org: string }) {
  const { t } = useTranslation();
  const { record, org } = props;
  const [sleepersOnly, setSleepersOnly] = useState(false);
  const status = useInventoryStatus(useInventoryOrg().org?.id).status;
  const members = membersOf(record);
  const question =
    members && sleepersOnly
      ? sleepersOf(members.question, SLEEPING_DAYS)
      : members?.question;
  return (
    <div className={styles.page}>
      {isLicense(record.object) && <SeatsOf record={record} />}
      <RecordSection title={t('directory.facts')}>
        <Facts
          record={record}
          fields={factsOf[record.object] ?? []}
          currency={status?.currency}
        />
      </RecordSection>
      {record.object === 'PermissionSetGroup' && (
        <RelatedRows
          title={t('directory.parts')}
          empty={t('directory.noParts')}
          org={org}
          question={{
            object: 'PermissionSetGroupComponent',
            columns: [
              'permissionSet.label',
              'permissionSet.name',
              'muting.label',
            ],
            filters: [{ field: 'groupId', operator: 'is', value: record.id }],
          }}
        />
      )}
      {record.object === 'PermissionSet' && (
        <RelatedRows
          title={t('directory.inGroups')}
          empty={t('directory.noGroups')}
          org={org}
          question={{
            object: 'PermissionSetGroupComponent',
            columns: ['group.label'],
            filters: [
              { field: 'permissionSetId', operator: 'is', value: record.id },
            ],
          }}
        />
      )}
      {members && question && (
        <RelatedRows
          title={t('directory.members')}
          empty={t('directory.noMembers')}
          org={org}
          question={question}
          selectable
          suggested={members.suggested}
          actions={
            isLicense(record.object) && (
              <Switch
                label={t('directory.sleepersOnly', { days: SLEEPING_DAYS })}
                isSelected={sleepersOnly}
                onChange={setSleepersOnly}
              />
            )
          }
        />
      )}
      {(record.object === 'PermissionSet' ||
        record.object === 'PermissionSetGroup' ||
        record.object === 'Profile') && (
        <PermissionsOf record={record} org={org} />
      )}
      {record.object === 'Group' && (
        <RelatedRows
          title={t('directory.queueObjects')}
          empty={t('directory.noQueueObjects')}
          org={org}
          question={{
            object: 'QueueSobject',
            columns: ['object'],
            filters: [{ field: 'queueId', operator: 'is', value: record.id }],
          }}
        />
      )}
      <ChangesOf changes={record.changes} />
    </div>
  );
}

function SeatsOf(props: { record: InventoryRecord }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const used = Number(factOf(props.record, 'used') ?? 0);
  const total = Number(factOf(props.record, 'total') ?? 0);
  return (
    <UsageBar
      label={t('directory.seats')}
      words={t('directory.seatsUsed', {
        used: used.toLocaleString(language),
        total: total.toLocaleString(language),
      })}
      used={used}
      total={total}
      tone={toneOfPool(used, total)}
    />
  );
}
