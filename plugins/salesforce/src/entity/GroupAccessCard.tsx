import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Button, Text, VisuallyHidden } from '@backstage/ui';
import { useState } from 'react';
import { SalesforceQueryProvider } from '../api/SalesforceQueryProvider';
import { useMe } from '../api/useMe';
import { useOrgs } from '../api/useOrgs';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { UsageBar } from '../components/UsageBar';
import { GiveButton } from '../directory/GiveButton';
import { useTranslation } from '../hooks/useTranslation';
import styles from './GroupAccessCard.module.css';
import type { TeamAccess } from './teamAccess';
import { useEntityRef } from './useEntityRef';
import { useTeamAccess } from './useTeamAccess';

/** So many lines are shown before the rest is folded. */
const SHOWN = 8;

/** On the page of a group: what its members hold in Salesforce, and who differs. */
export function GroupAccessCard() {
  return (
    <SalesforceQueryProvider>
      <IfAllowed />
    </SalesforceQueryProvider>
  );
}

function IfAllowed() {
  const { t } = useTranslation();
  const me = useMe();
  if (!me.data?.may.readInventory) return null;
  return (
    <EntityInfoCard title={t('entity.team.title')}>
      <TeamOfThisPage />
    </EntityInfoCard>
  );
}

function TeamOfThisPage() {
  const { t } = useTranslation();
  const { entityRef, name } = useEntityRef();
  const orgs = useOrgs().data ?? [];
  const org = orgs.find(({ isDefault }) => isDefault) ?? orgs[0];
  const team = useTeamAccess(org?.id, entityRef);
  const [all, setAll] = useState(false);
  switch (team.state) {
    case 'error':
      return <ErrorPanel error={team.error} retry={team.retry} />;
    case 'empty':
      return (
        <Text as="p" color="secondary">
          {t('entity.team.nobody')}
        </Text>
      );
    case 'ready':
      return (
        <div className={styles.team}>
          {team.access.length === 0 && (
            <Text as="p" color="secondary">
              {t('entity.team.nothing')}
            </Text>
          )}
          <ul className={styles.list}>
            {(all ? team.access : team.access.slice(0, SHOWN)).map(access => (
              <li key={`${access.kind}-${access.label}`}>
                <AccessLine access={access} members={team.members} />
              </li>
            ))}
          </ul>
          <div className={styles.foot}>
            {team.access.length > SHOWN && (
              <Button
                variant="tertiary"
                size="small"
                aria-expanded={all}
                onPress={() => setAll(before => !before)}
              >
                {all
                  ? t('directory.fewer')
                  : t('directory.allValues', { count: team.access.length })}
              </Button>
            )}
            <GiveButton
              action="salesforce_assign_permission_set"
              input={{ users: [entityRef] }}
              org={org?.id ?? ''}
              detail={t('entity.team.giveTo', { name })}
            >
              {t('entity.team.give')}
            </GiveButton>
          </div>
        </div>
      );
    case 'loading':
    default:
      return (
        <div role="status">
          <VisuallyHidden>{t('entity.team.title')}</VisuallyHidden>
          <SkeletonLines count={6} />
        </div>
      );
  }
}

function AccessLine(props: { access: TeamAccess; members: number }) {
  const { t } = useTranslation();
  const { access, members } = props;
  const { outliers } = access;
  return (
    <>
      <UsageBar
        label={access.label}
        words={t('entity.team.of', {
          have: access.have.length,
          members,
        })}
        used={access.have.length}
        total={members}
      />
      {outliers && (
        <Text as="span" variant="body-small" className={styles.outliers}>
          {t(`entity.team.${outliers.are}`, {
            names: outliers.names.join(', '),
          })}
        </Text>
      )}
    </>
  );
}
