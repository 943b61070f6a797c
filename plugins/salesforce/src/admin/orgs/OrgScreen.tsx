import { Alert, Link, Text, VisuallyHidden } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import type { OrgDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactNode } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { ScreenHeader } from '../../components/ScreenHeader';
import { SkeletonLines } from '../../components/SkeletonLines';
import { screenStateOf } from '../../hooks/ScreenState';
import { useTranslation } from '../../hooks/useTranslation';
import { OrgActionButtons } from './OrgActionButtons';
import { OrgFacts } from './OrgFacts';
import { OrgLog } from './OrgLog';
import { OrgOwners } from './OrgOwners';
import styles from './OrgScreen.module.css';
import { OrgStatusPill } from './OrgStatusPill';
import { OrgUsage } from './OrgUsage';
import { useOrg } from './useOrg';
import { useOrgActions, type OrgActions } from './useOrgActions';
import { useOrgLinks } from './useOrgLinks';
import { ValidationChecks } from './ValidationChecks';

/** One org: how it does, what can be done about it, what happened. */
export function OrgScreen(props: { orgId: string }) {
  const { t } = useTranslation();
  const links = useOrgLinks();
  const actions = useOrgActions(props.orgId);
  const org = screenStateOf(useOrg(props.orgId), detail => ({ detail }));
  return (
    <>
      <nav className={styles.back}>
        <RiArrowLeftLine size={16} aria-hidden />
        <Link href={links.all()}>{t('orgs.all')}</Link>
      </nav>
      {org.state === 'loading' && (
        <div role="status">
          <VisuallyHidden>{t('orgs.loading')}</VisuallyHidden>
          <SkeletonLines count={8} height={24} />
        </div>
      )}
      {org.state === 'error' && (
        <ErrorPanel error={org.error} retry={org.retry} />
      )}
      {org.state === 'ready' && <ReadyOrg org={org.detail} actions={actions} />}
    </>
  );
}

function ReadyOrg(props: { org: OrgDetail; actions: OrgActions }) {
  const { t } = useTranslation();
  const { org, actions } = props;
  const kept = actions.disconnect.data?.kept;
  const error =
    actions.validate.error ?? actions.update.error ?? actions.disconnect.error;
  return (
    <>
      <ScreenHeader
        title={org.title}
        actions={<OrgActionButtons org={org} actions={actions} />}
      >
        <div className={styles.status}>
          <OrgStatusPill status={org.status} />
          {org.statusReason && <Text as="span">{org.statusReason}</Text>}
        </div>
      </ScreenHeader>
      <div className={styles.notes}>
        {Boolean(error) && <ErrorPanel error={error} />}
        {org.status === 'paused' && (
          <Alert status="warning" icon title={t('orgs.paused')} />
        )}
        {kept && (
          <Alert
            role="status"
            status="info"
            icon
            title={t('orgs.disconnected')}
            description={
              <ul className={styles.kept}>
                {kept.map(item => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            }
          />
        )}
        {actions.validate.data && (
          <section aria-label={t('orgs.validated')}>
            <ValidationChecks validation={actions.validate.data} />
          </section>
        )}
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Panel title={t('orgs.left')}>
            <OrgUsage org={org} />
          </Panel>
          <Panel title={t('orgs.owners')}>
            <OrgOwners owners={org.owners} />
          </Panel>
          <Panel title={t('orgs.facts')}>
            <OrgFacts org={org} />
          </Panel>
        </div>
        <div className={styles.column}>
          <Panel title={t('orgs.log')}>
            <OrgLog orgId={org.id} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Panel(props: { title: string; children: ReactNode }) {
  return (
    <section className={styles.panel} aria-label={props.title}>
      <Text as="h3" weight="bold">
        {props.title}
      </Text>
      {props.children}
    </section>
  );
}
