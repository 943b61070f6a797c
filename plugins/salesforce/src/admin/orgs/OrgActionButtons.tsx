import { Button, ButtonLink } from '@backstage/ui';
import type { OrgDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import { DisconnectDialog } from './DisconnectDialog';
import type { OrgActions } from './useOrgActions';
import { useOrgLinks } from './useOrgLinks';

/** What may be done with an org, as the backend allows it. */
export function OrgActionButtons(props: {
  org: OrgDetail;
  actions: OrgActions;
}) {
  const { t } = useTranslation();
  const links = useOrgLinks();
  const { org, actions } = props;
  const { validate, update, disconnect } = actions;
  const [asking, setAsking] = useState(false);
  const may = (action: OrgDetail['allowedActions'][number]) =>
    org.allowedActions.includes(action);
  return (
    <>
      {may('validate') && (
        <Button
          variant="secondary"
          isPending={validate.isPending}
          onPress={() => validate.mutate()}
        >
          {t('orgs.validate')}
        </Button>
      )}
      {may('pause') && (
        <Button
          variant="secondary"
          isPending={update.isPending}
          onPress={() => update.mutate({ paused: true })}
        >
          {t('orgs.pause')}
        </Button>
      )}
      {may('resume') && (
        <Button
          isPending={update.isPending}
          onPress={() => update.mutate({ paused: false })}
        >
          {t('orgs.resume')}
        </Button>
      )}
      {may('update') && !org.credentials && (
        <ButtonLink href={links.setUp(org.id)}>{t('orgs.setUp')}</ButtonLink>
      )}
      {org.status !== 'disconnected' && org.credentials && (
        <ButtonLink variant="secondary" href={links.people(org.id)}>
          {t('orgs.people')}
        </ButtonLink>
      )}
      {may('update') && (
        <ButtonLink variant="secondary" href={links.edit(org.id)}>
          {t('orgs.edit')}
        </ButtonLink>
      )}
      {may('disconnect') && (
        <Button variant="secondary" destructive onPress={() => setAsking(true)}>
          {t('orgs.disconnect')}
        </Button>
      )}
      {asking && (
        <DisconnectDialog
          org={org}
          isPending={disconnect.isPending}
          onCancel={() => setAsking(false)}
          onConfirm={() =>
            disconnect.mutate(undefined, { onSettled: () => setAsking(false) })
          }
        />
      )}
    </>
  );
}
