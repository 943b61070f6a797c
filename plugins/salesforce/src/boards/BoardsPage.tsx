import { ButtonLink, Container, Link, Skeleton, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import type { Board } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactNode } from 'react';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { PersonChip } from '../components/PersonChip';
import { ScreenHeader } from '../components/ScreenHeader';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLanguage } from '../hooks/useLanguage';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { OrgSelect } from '../inventory/OrgSelect';
import { SyncState } from '../inventory/SyncState';
import { useInventoryOrg } from '../inventory/useInventoryOrg';
import { useInventoryStatus } from '../inventory/useInventoryStatus';
import styles from './Boards.module.css';
import { useBoards, type BoardGroups } from './useBoards';

/** Kept questions to the inventory, with how many rows each finds. */
export function BoardsPage() {
  const { t } = useTranslation();
  const links = useLinks();
  const { org } = useInventoryOrg();
  const syncing = useInventoryStatus(org?.id);
  const boards = useBoards(org?.id);
  return (
    <Container>
      <ScreenHeader
        title={t('boards.title')}
        actions={
          <>
            <OrgSelect />
            <ButtonLink
              variant="primary"
              iconStart={<RiAddLine />}
              href={`${links.boards()}/new`}
            >
              {t('boards.new')}
            </ButtonLink>
          </>
        }
      >
        <SyncState syncing={syncing} org={org?.id} />
      </ScreenHeader>
      {boards.state === 'loading' && (
        <div role="status" aria-label={t('boards.loading')}>
          <SkeletonLines count={8} height={48} />
        </div>
      )}
      {boards.state === 'error' && (
        <ErrorPanel error={boards.error} retry={boards.retry} />
      )}
      {boards.state === 'ready' && (
        <div className={styles.groups}>
          <BoardGroup
            title={t('boards.own')}
            boards={boards.own}
            groups={boards}
            empty={
              <EmptyPanel
                title={t('boards.noneOwn')}
                description={t('boards.noneOwnDescription')}
              />
            }
          />
          {boards.shared.length > 0 && (
            <BoardGroup
              title={t('boards.shared')}
              boards={boards.shared}
              groups={boards}
            />
          )}
          <BoardGroup
            title={t('boards.builtIn')}
            boards={boards.builtIn}
            groups={boards}
          />
        </div>
      )}
    </Container>
  );
}

function BoardGroup(props: {
  title: string;
  boards: Board[];
  groups: BoardGroups;
  empty?: ReactNode;
}) {
  const { title, boards, groups } = props;
  return (
    <section className={styles.group} aria-label={title}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {title}
      </Text>
      {boards.length === 0 ? (
        props.empty
      ) : (
        <ul className={styles.cards}>
          {boards.map(board => (
            <BoardCard key={board.id} board={board} groups={groups} />
          ))}
        </ul>
      )}
    </section>
  );
}

function BoardCard(props: { board: Board; groups: BoardGroups }) {
  const { t } = useTranslation();
  const links = useLinks();
  const language = useLanguage();
  const { org } = useInventoryOrg();
  const { board, groups } = props;
  const count = groups.countOf(board.id);
  const search =
    org && !org.isDefault ? `?${new URLSearchParams({ org: org.id })}` : '';
  return (
    <li className={styles.card}>
      <span className={styles.count} data-none={count === 0 || undefined}>
        {count === undefined && groups.isCounting && (
          <Skeleton width={40} height={28} />
        )}
        {count !== undefined && count.toLocaleString(language)}
        {count === undefined && !groups.isCounting && '–'}
      </span>
      <span className={styles.cardWords}>
        <Link
          href={`${links.board(board.id)}${search}`}
          variant="body-large"
          weight="bold"
          standalone
        >
          {board.title}
        </Link>
        {board.description && (
          <Text as="span" color="secondary">
            {board.description}
          </Text>
        )}
        {board.owner && !board.editable && (
          <span className={styles.owner}>
            <Text as="span" variant="body-small" color="secondary">
              {t('boards.by')}
            </Text>
            <PersonChip person={board.owner} />
          </span>
        )}
      </span>
    </li>
  );
}
