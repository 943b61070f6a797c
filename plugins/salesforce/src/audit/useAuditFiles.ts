import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerOf } from '../api/answerOf';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useTranslation } from '../hooks/useTranslation';
import { downloadFile } from './downloadFile';
import { readExport } from './readExport';

export const EXPORT_FILE = 'salesforce-audit-log.jsonl';
export const CHECKPOINT_FILE = 'salesforce-audit-checkpoint.json';

/** Saving the log, and a signed statement of where it ends, as files. */
export function useAuditFiles() {
  const { client } = useApi(salesforceApiRef);
  const toastApi = useApi(toastApiRef);
  const { t } = useTranslation();
  const [entries, setEntries] = useState(0);
  const abort = useRef<AbortController>();

  const exportLog = useMutation({
    mutationFn: async () => {
      const controller = new AbortController();
      abort.current = controller;
      setEntries(0);
      const { data, response, error } = await client.GET('/audit/export', {
        parseAs: 'stream',
        signal: controller.signal,
      });
      if (!response.ok || !data) {
        return answerOf(Promise.resolve({ error, response }));
      }
      const read = await readExport({
        response: new Response(data, { headers: response.headers }),
        onProgress: setEntries,
      });
      downloadFile({ name: EXPORT_FILE, content: read.content });
      toastApi.post({
        title: t('audit.exported', { count: read.entries }),
        status: 'success',
        timeout: 5_000,
      });
      return undefined;
    },
  });

  const checkpoint = useMutation({
    mutationFn: () => answerOf(client.GET('/audit/checkpoint')),
    onSuccess: statement => {
      downloadFile({
        name: CHECKPOINT_FILE,
        content: new Blob([`${JSON.stringify(statement, undefined, 2)}\n`], {
          type: 'application/json',
        }),
      });
      toastApi.post({
        title: t('audit.checkpointSaved', {
          sequence: String(statement.sequence),
        }),
        status: 'success',
        timeout: 5_000,
      });
    },
  });

  return {
    exportLog: () => exportLog.mutate(),
    exporting: exportLog.isPending ? { entries } : undefined,
    stopExport: () => abort.current?.abort(),
    saveCheckpoint: () => checkpoint.mutate(),
    savingCheckpoint: checkpoint.isPending,
    exportError: exportLog.error ?? undefined,
    checkpointError: checkpoint.error ?? undefined,
  };
}
