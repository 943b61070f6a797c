import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import type {
  AccessSource,
  UserComparison,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import { permissionInWords } from '../inventory/permissionInWords';
import { useInventoryOrg } from '../inventory/useInventoryOrg';
import { useInventoryStatus } from '../inventory/useInventoryStatus';
import styles from './Access.module.css';
import { DirectoryFrame } from './DirectoryFrame';
import { GiveButton } from './GiveButton';
import record from './Record.module.css';
import { SourceName } from './SourceList';
import { giveToo } from './takeAway';
import { UserPicker } from './UserPicker';
import { useRecord, type RecordState } from './useRecord';

/** Two users side by side: what only one holds, and a way to give it to the other. */
export function ComparePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { org } = useInventoryOrg();
  const syncing = useInventoryStatus(org?.id);
  const { client } = useApi(salesforceApiRef);
  const a = search.get('a') ?? undefined;
  const b = search.get('b') ?? undefined;
  const choose = (name: 'a' | 'b', id: string | undefined) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before);
        if (id) next.set(name, id);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const comparison = useQuery({
    queryKey: queryKeys.inventoryPart(org?.id, 'compare', a, b),
    enabled: Boolean(org && a && b),
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/inventory/{org}/users/{userId}/compare/{otherId}', {
          params: {
            path: { org: org?.id ?? '', userId: a ?? '', otherId: b ?? '' },
          },
          signal,
        }),
      ),
  });
  return (
    <DirectoryFrame syncing={syncing}>
      <div className={styles.pickers}>
        <UserPicker
          label={t('directory.compare.first')}
          org={org?.id}
          chosen={useNameOf(a)}
          onChange={id => choose('a', id)}
        />
        <UserPicker
          label={t('directory.compare.second')}
          org={org?.id}
          chosen={useNameOf(b)}
          onChange={id => choose('b', id)}
        />
      </div>
      {!(a && b) && (
        <EmptyPanel
          title={t('directory.compare.empty')}
          description={t('directory.compare.emptyDescription')}
        />
      )}
      {a && b && comparison.isPending && (
        <div role="status" aria-label={t('directory.loading')}>
          <SkeletonLines count={8} height={28} />
        </div>
      )}
      {comparison.isError && (
        <ErrorPanel
          error={comparison.error}
          retry={() => void comparison.refetch()}
        />
      )}
      {a && b && comparison.data && org && (
        <Comparison comparison={comparison.data} org={org.id} />
      )}
    </DirectoryFrame>
  );
}

function useNameOf(userId: string | undefined): string | undefined {
  const state: RecordState = useRecord('User', userId);
  if (!userId) return undefined;
  return state.state === 'ready' ? state.record.label : userId;
}

function Comparison(props: { comparison: UserComparison; org: string }) {
  const { t } = useTranslation();
  const { comparison, org } = props;
  const { user, other, onlyUser, onlyOther, both } = comparison;
  return (
    <div className={styles.compare}>
      <Side
        title={t('directory.compare.only', { name: user.name })}
        access={onlyUser}
        org={org}
        giveTo={other}
      />
      <Side title={t('directory.compare.both')} access={both} org={org} />
      <Side
        title={t('directory.compare.only', { name: other.name })}
        access={onlyOther}
        org={org}
        giveTo={user}
      />
    </div>
  );
}

function Side(props: {
  title: string;
  access: UserComparison['both'];
  org: string;
  giveTo?: UserComparison['user'];
}) {
  const { t } = useTranslation();
  const { title, access, org, giveTo } = props;
  const { holdings, system, objects } = access;
  const isEmpty = holdings.length + system.length + objects.length === 0;
  return (
    <section className={styles.side} aria-label={title}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {title}
      </Text>
      {isEmpty && (
        <Text as="p" color="secondary">
          {t('directory.compare.nothing')}
        </Text>
      )}
      {holdings.length > 0 && (
        <ul className={record.list}>
          {holdings.map(source => (
            <li key={`${source.kind}-${source.id}`} className={record.item}>
              <span className={record.words}>
                <SourceName source={source} org={org} />
              </span>
              {giveTo && <Give source={source} to={giveTo} org={org} />}
            </li>
          ))}
        </ul>
      )}
      <Names
        title={t('directory.systemPermissions')}
        names={system.map(permissionInWords)}
      />
      <Names
        title={t('directory.objectPermissions')}
        names={groupByObject(objects, operation =>
          t(
            `directory.operation.${operation}` as 'directory.operation.read',
          ).toLowerCase(),
        )}
      />
    </section>
  );
}

function Give(props: {
  source: AccessSource;
  to: UserComparison['user'];
  org: string;
}) {
  const { t } = useTranslation();
  const { source, to, org } = props;
  return (
    <GiveButton
      {...giveToo(source, to.username)}
      org={org}
      detail={t('directory.compare.giveWhat', { what: source.label })}
    >
      {t('directory.compare.give', { name: to.name })}
    </GiveButton>
  );
}

/** So many names are shown before the rest is folded. */
const SHOWN_NAMES = 12;

function Names(props: { title: string; names: string[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { title, names } = props;
  if (names.length === 0) return null;
  return (
    <>
      <Text as="h4" weight="bold">
        {t('directory.titled', { title, total: names.length })}
      </Text>
      <ul className={styles.names}>
        {(all ? names : names.slice(0, SHOWN_NAMES)).map(name => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {names.length > SHOWN_NAMES && (
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={all}
          onPress={() => setAll(before => !before)}
        >
          {all
            ? t('directory.fewer')
            : t('directory.allValues', { count: names.length })}
        </Button>
      )}
    </>
  );
}

/** "Account: delete" and "Account: edit" in one line. */
function groupByObject(
  entries: string[],
  inWords: (operation: string) => string,
): string[] {
  const found = new Map<string, string[]>();
  for (const entry of entries) {
    const [object, operation] = entry.split(': ');
    found.set(object, [...(found.get(object) ?? []), inWords(operation)]);
  }
  return [...found].map(([object, may]) => `${object}: ${may.join(', ')}`);
}
