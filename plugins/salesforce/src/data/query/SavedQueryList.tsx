import { ButtonIcon, Menu, MenuItem, MenuTrigger, Text } from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';
import { useState } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { SkeletonLines } from '../../components/SkeletonLines';
import { useTranslation } from '../../hooks/useTranslation';
import { useRefNames } from '../../people/useRefNames';
import { DeleteQueryDialog } from './DeleteQueryDialog';
import styles from './QueryShelf.module.css';
import { RenameQueryDialog } from './RenameQueryDialog';
import type { SavedQuery } from './useSavedQueries';
import type { QueryScreen } from './useQueryScreen';

type Asking = { kind: 'rename' | 'delete'; query: SavedQuery };

/** Kept queries: open, rename, share, delete. */
export function SavedQueryList(props: { screen: QueryScreen }) {
  const { t } = useTranslation();
  const { screen } = props;
  const { list, save } = screen.saved;
  const [asking, setAsking] = useState<Asking>();
  switch (list.state) {
    case 'loading':
      return <SkeletonLines count={4} />;
    case 'error':
      return <ErrorPanel error={list.error} retry={list.retry} />;
    case 'empty':
      return (
        <Text as="p" color="secondary">
          {t('data.saved.empty')}
        </Text>
      );
    default:
  }
  const toggleShared = (query: SavedQuery) =>
    save.mutate({
      id: query.id,
      body: {
        title: query.title,
        query: query.query,
        org: query.org,
        shared: !query.shared,
      },
    });
  return (
    <>
      {save.isError && <ErrorPanel error={save.error} />}
      <ul className={styles.list} aria-label={t('data.saved.title')}>
        {list.items.map(query => (
          <li key={query.id}>
            <button
              type="button"
              className={styles.entry}
              title={query.query}
              aria-current={query.id === screen.shownSaved?.id || undefined}
              onClick={() => screen.show(query.query, query.id)}
            >
              <span>{query.title}</span>
              <SharedBy query={query} />
            </button>
            {query.ownedByMe && (
              <MenuTrigger>
                <ButtonIcon
                  variant="tertiary"
                  size="small"
                  icon={<RiMore2Line aria-hidden />}
                  aria-label={t('data.saved.actions', { title: query.title })}
                />
                <Menu>
                  <MenuItem
                    onAction={() => setAsking({ kind: 'rename', query })}
                  >
                    {t('data.saved.rename')}
                  </MenuItem>
                  <MenuItem onAction={() => toggleShared(query)}>
                    {query.shared
                      ? t('data.saved.unshare')
                      : t('data.saved.shareIt')}
                  </MenuItem>
                  <MenuItem
                    onAction={() => setAsking({ kind: 'delete', query })}
                  >
                    {t('data.saved.delete')}
                  </MenuItem>
                </Menu>
              </MenuTrigger>
            )}
          </li>
        ))}
      </ul>
      {asking?.kind === 'rename' && (
        <RenameQueryDialog
          query={asking.query}
          saved={screen.saved}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking?.kind === 'delete' && (
        <DeleteQueryDialog
          query={asking.query}
          saved={screen.saved}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

function SharedBy(props: { query: SavedQuery }) {
  const { t } = useTranslation();
  const { query } = props;
  const nameOf = useRefNames(query.ownedByMe ? [] : [query.ownerRef]);
  if (query.ownedByMe && !query.shared) return null;
  return (
    <span className={styles.detail}>
      {query.ownedByMe
        ? t('data.saved.shared')
        : t('data.saved.sharedBy', {
            name: nameOf(query.ownerRef),
          })}
    </span>
  );
}
