import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiDownloadLine, RiKey2Line } from '@remixicon/react';
import type { OrgDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf } from '../../api/answerOf';
import { queryKeys } from '../../api/queryKeys';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { downloadFile } from '../../audit/downloadFile';
import { ErrorPanel } from '../../components/ErrorPanel';
import { RelativeTime } from '../../components/RelativeTime';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './OrgForm.module.css';

/** A key pair that is made here: the private key stays, the rest is uploaded. */
export function KeyPairPanel(props: { org: OrgDetail }) {
  const { t } = useTranslation();
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const { org } = props;
  const { certificate } = org;
  const make = useMutation({
    mutationFn: () =>
      answerOf(
        client.POST('/orgs/{org}/key-pair', {
          params: { path: { org: org.id } },
        }),
      ),
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: queryKeys.orgs }),
  });
  return (
    <div
      className={styles.fields}
      role="group"
      aria-label={t('orgs.key.title')}
    >
      <Text as="p">{t('orgs.key.intro')}</Text>
      {Boolean(make.error) && <ErrorPanel error={make.error} />}
      {certificate && (
        <Text as="p" variant="body-small" color="secondary">
          {t('orgs.key.fingerprint')} {certificate.fingerprint} ·{' '}
          {t('orgs.key.expires')} <RelativeTime at={certificate.expiresAt} />
        </Text>
      )}
      <div className={styles.buttons}>
        {certificate && (
          <Button
            iconStart={<RiDownloadLine aria-hidden />}
            onPress={() =>
              downloadFile({
                name: `salesdesk-${org.id}.crt`,
                content: new Blob([certificate.pem], {
                  type: 'application/x-x509-ca-cert',
                }),
              })
            }
          >
            {t('orgs.key.download')}
          </Button>
        )}
        <Button
          variant={certificate ? 'secondary' : 'primary'}
          iconStart={<RiKey2Line aria-hidden />}
          isPending={make.isPending}
          onPress={() => make.mutate()}
        >
          {certificate ? t('orgs.key.makeAnother') : t('orgs.key.make')}
        </Button>
      </div>
    </div>
  );
}
