import { useApi } from '@backstage/frontend-plugin-api';
import { Button, FieldLabel, Text } from '@backstage/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { SuggestField } from '../components/SuggestField';
import { useDebounced } from '../hooks/useDebounced';
import { useTranslation } from '../hooks/useTranslation';
import { rowsOf, textOf } from '../inventory/inventoryRow';
import styles from './Record.module.css';

const TYPING_RESTS = 200;

/** One Salesforce user of the inventory. */
export function UserPicker(props: {
  label: string;
  org: string | undefined;
  /** The one that is chosen, by name. */
  chosen: string | undefined;
  onChange(userId: string | undefined): void;
}) {
  const { t } = useTranslation();
  const { client } = useApi(salesforceApiRef);
  const { label, org, chosen, onChange } = props;
  const [text, setText] = useState('');
  const words = useDebounced(text.trim(), TYPING_RESTS);
  const found = useQuery({
    queryKey: queryKeys.inventoryPart(org, 'find-user', words),
    enabled: org !== undefined && words !== '',
    queryFn: async ({ signal }) =>
      rowsOf(
        await answerOf(
          client.POST('/inventory/{org}/query', {
            params: { path: { org: org ?? '' } },
            body: {
              object: 'User',
              fields: ['name', 'username', 'profile.name'],
              search: words,
              limit: 20,
            },
            signal,
          }),
        ),
      ),
  });
  return (
    <div className={styles.section}>
      <FieldLabel label={label} />
      {chosen ? (
        <div className={styles.badges}>
          <Text as="span" weight="bold">
            {chosen}
          </Text>
          <Button
            variant="tertiary"
            size="small"
            aria-label={t('directory.compare.changeUser', { label })}
            onPress={() => onChange(undefined)}
          >
            {t('directory.compare.change')}
          </Button>
        </div>
      ) : (
        <SuggestField
          aria-label={label}
          placeholder={t('directory.compare.find')}
          text={text}
          onText={setText}
          isLoading={found.isFetching}
          suggestions={(found.data ?? []).map(row => ({
            id: row.id,
            label: textOf(row, 'name') ?? row.id,
            description: [textOf(row, 'username'), textOf(row, 'profile.name')]
              .filter(Boolean)
              .join(' · '),
          }))}
          onPick={onChange}
        />
      )}
    </div>
  );
}
