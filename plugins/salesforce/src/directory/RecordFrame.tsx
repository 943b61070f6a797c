import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Button, Container, Link, Text } from '@backstage/ui';
import { RiArrowLeftLine, RiExternalLinkLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { ErrorPanel } from '../components/ErrorPanel';
import { ScreenHeader } from '../components/ScreenHeader';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { SyncState } from '../inventory/SyncState';
import { useInventoryOrg } from '../inventory/useInventoryOrg';
import { useInventoryStatus } from '../inventory/useInventoryStatus';
import styles from './Record.module.css';
import type { RecordState } from './useRecord';

type Ready = Extract<RecordState, { state: 'ready' }>;

/** The page of one record: what it is called, how old that is, what can be asked for. */
export function RecordFrame(props: {
  state: RecordState;
  /** The list that it stands in. */
  section: string;
  kind: string;
  badges?(ready: Ready): ReactNode;
  actions?(ready: Ready): ReactNode;
  children(ready: Ready): ReactNode;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const navigate = useNavigate();
  const { org } = useInventoryOrg();
  const syncing = useInventoryStatus(org?.id);
  const { state, section, kind } = props;
  const list = links.directory(section);
  return (
    <Container>
      <Button
        variant="tertiary"
        size="small"
        iconStart={<RiArrowLeftLine />}
        className={styles.back}
        onPress={() => navigate(list)}
      >
        {t(`directory.kind.${section}` as 'directory.kind.users')}
      </Button>
      {state.state === 'loading' && (
        <div role="status" aria-label={t('directory.loadingRecord')}>
          <SkeletonLines count={10} height={24} />
        </div>
      )}
      {state.state === 'error' && (
        <ErrorPanel error={state.error} retry={state.retry} />
      )}
      {state.state === 'ready' && (
        <BreadcrumbEntry
          entry={{
            label: state.record.label,
            href: links.directory(section, state.record.id),
          }}
        >
          <ScreenHeader
            title={state.record.label}
            actions={props.actions?.(state)}
          >
            <div className={styles.badges}>
              <Text as="span" color="secondary">
                {kind}
              </Text>
              {props.badges?.(state)}
              {state.record.url && (
                <Link
                  href={state.record.url}
                  target="_blank"
                  rel="noopener noreferrer"
                  standalone
                >
                  {t('entity.openInSalesforce')}{' '}
                  <RiExternalLinkLine size={14} aria-hidden />
                </Link>
              )}
            </div>
            <SyncState syncing={syncing} org={org?.id} />
          </ScreenHeader>
          {props.children(state)}
        </BreadcrumbEntry>
      )}
    </Container>
  );
}
