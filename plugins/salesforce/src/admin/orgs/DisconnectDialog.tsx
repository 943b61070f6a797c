import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import type { OrgSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../../hooks/useTranslation';

/** The last word before an org is disconnected: what goes, and what is kept. */
export function DisconnectDialog(props: {
  org: OrgSummary;
  isPending: boolean;
  onConfirm(): void;
  onCancel(): void;
}) {
  const { t } = useTranslation();
  const { org, isPending, onConfirm, onCancel } = props;
  return (
    <Dialog
      isOpen
      isDismissable={!isPending}
      onOpenChange={open => !open && onCancel()}
      width={480}
    >
      <DialogHeader>
        {t('orgs.disconnectTitle', { title: org.title })}
      </DialogHeader>
      <DialogBody>
        <Text as="p">{t('orgs.disconnectRemoved')}</Text>
        <Text as="p">{t('orgs.disconnectKept')}</Text>
      </DialogBody>
      <DialogFooter>
        <Button destructive isPending={isPending} onPress={onConfirm}>
          {t('orgs.confirmDisconnect')}
        </Button>
        <Button variant="secondary" isDisabled={isPending} onPress={onCancel}>
          {t('orgs.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
