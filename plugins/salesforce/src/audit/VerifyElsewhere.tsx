import { Button, Text } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import { Details } from '../components/Details';
import { useTranslation } from '../hooks/useTranslation';
import { CHECKPOINT_FILE, EXPORT_FILE } from './useAuditFiles';
import type { StatusState } from './useAuditStatus';
import styles from './VerifyElsewhere.module.css';

/** The one command by which a stranger verifies the log on another machine. */
export function VerifyElsewhere(props: { status: StatusState }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const { status } = props;
  const template = status.state === 'ready' ? status.status.command : undefined;
  if (!template) return null;
  const command = template
    .replace(/\bFILE\b/, EXPORT_FILE)
    .replace(/\bCHECKPOINT\b/, CHECKPOINT_FILE);
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    setCopied(true);
  };
  return (
    <Details summary={t('audit.elsewhere')}>
      <Text as="p" color="secondary">
        {t('audit.elsewhereDescription')}
      </Text>
      <div className={styles.command}>
        <code className={styles.code}>{command}</code>
        <Button
          variant="tertiary"
          iconStart={copied ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={copy}
        >
          {copied ? t('audit.copied') : t('audit.copy')}
        </Button>
      </div>
    </Details>
  );
}
