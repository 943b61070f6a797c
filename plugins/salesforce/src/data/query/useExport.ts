import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerOf } from '../../api/answerOf';
import { ApiError } from '../../api/ApiError';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { downloadFile } from '../../audit/downloadFile';
import { useTranslation } from '../../hooks/useTranslation';
import { collectFile } from './collectFile';

/** Saves all rows of a query as a CSV file, however many there are. */
export function useExport() {
  const { client } = useApi(salesforceApiRef);
  const toastApi = useApi(toastApiRef);
  const { t } = useTranslation();
  const [bytes, setBytes] = useState(0);
  const controller = useRef<AbortController>();

  const exporting = useMutation({
    mutationFn: async (asked: {
      query: string;
      org: string | undefined;
      name: string;
    }) => {
      const { query, org, name } = asked;
      const own = new AbortController();
      controller.current = own;
      setBytes(0);
      const { data, response, error } = await client
        .POST('/data/export', {
          body: { query, org },
          parseAs: 'stream',
          signal: own.signal,
        })
        .catch(cause => {
          throw own.signal.aborted
            ? cause
            : new ApiError({ status: 0, message: '', cause });
        });
      if (!response.ok || !data) {
        await answerOf(Promise.resolve({ error, response }));
        return;
      }
      const content = await collectFile({
        stream: data,
        type: 'text/csv;charset=utf-8',
        onProgress: setBytes,
      });
      downloadFile({ name, content });
      toastApi.post({
        title: t('data.exported', { name }),
        status: 'success',
        timeout: 5_000,
      });
    },
  });

  return {
    start: exporting.mutate,
    stop: () => controller.current?.abort(),
    running: exporting.isPending ? { bytes } : undefined,
    stopped: exporting.isError && controller.current?.signal.aborted === true,
    error: exporting.error ?? undefined,
  };
}

export type CsvExport = ReturnType<typeof useExport>;
