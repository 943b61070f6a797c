import { Button, Text } from '@backstage/ui';
import { RiDownloadLine, RiShieldKeyholeLine } from '@remixicon/react';
import { describeError } from '../components/describeError';
import { useTranslation } from '../hooks/useTranslation';
import styles from './AuditFileButtons.module.css';
import type { AuditFrame } from './useAudit';

/** Saving the log and a checkpoint as files. */
export function AuditFileButtons(props: { files: AuditFrame['files'] }) {
  const { t } = useTranslation();
  const { files } = props;
  return (
    <div className={styles.files}>
      <div className={styles.buttons}>
        {files.exporting ? (
          <>
            <Text as="span" color="secondary" role="status">
              {t('audit.exporting', { count: files.exporting.entries })}
            </Text>
            <Button variant="secondary" onPress={files.stopExport}>
              {t('audit.stop')}
            </Button>
          </>
        ) : (
          <Button
            variant="secondary"
            iconStart={<RiDownloadLine />}
            onPress={files.exportLog}
          >
            {t('audit.export')}
          </Button>
        )}
        <Button
          variant="secondary"
          iconStart={<RiShieldKeyholeLine />}
          isPending={files.savingCheckpoint}
          onPress={files.saveCheckpoint}
        >
          {t('audit.checkpoint')}
        </Button>
      </div>
      {Boolean(files.exportError) && (
        <Text as="p" role="alert" color="danger">
          {isAbort(files.exportError)
            ? t('audit.exportStopped')
            : t('audit.exportFailed')}
        </Text>
      )}
      {Boolean(files.checkpointError) && (
        <Text as="p" role="alert" color="danger">
          {describeError(files.checkpointError, t).message ??
            describeError(files.checkpointError, t).title}
        </Text>
      )}
    </div>
  );
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
