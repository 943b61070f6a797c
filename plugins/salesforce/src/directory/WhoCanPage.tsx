import { SearchField, Select, Text } from '@backstage/ui';
import type { ObjectOperation } from '@salesdesk/backstage-plugin-salesforce-common';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { Pager } from '../components/Pager';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLanguage } from '../hooks/useLanguage';
import { useTranslation } from '../hooks/useTranslation';
import { permissionInWords } from '../inventory/permissionInWords';
import { useInventoryOrg } from '../inventory/useInventoryOrg';
import { useInventoryStatus } from '../inventory/useInventoryStatus';
import { DirectoryFrame } from './DirectoryFrame';
import styles from './Record.module.css';
import { SourceList } from './SourceList';
import { UserName } from './UserName';
import { operations, useWhoCan } from './useWhoCan';

/** Who may do something, and through what. */
export function WhoCanPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { org } = useInventoryOrg();
  const syncing = useInventoryStatus(org?.id);
  const { text, question, ask, list, paging } = useWhoCan(org?.id);
  return (
    <DirectoryFrame syncing={syncing}>
      <div className={styles.page}>
        <div className={styles.toolbar}>
          <SearchField
            className={styles.search}
            label={t('directory.whoCan.title')}
            description={t('directory.whoCan.description')}
            placeholder={t('directory.whoCan.placeholder')}
            value={text}
            onChange={q => ask({ q })}
          />
          {question.object && (
            <Select
              label={t('directory.whoCan.operation')}
              options={operations.map(id => ({
                id,
                label: t(`directory.operation.${id}`),
              }))}
              value={question.operation ?? 'read'}
              onChange={chosen => ask({ operation: chosen as ObjectOperation })}
            />
          )}
          {!question.object && question.permissions.length > 1 && (
            <Select
              label={t('directory.whoCan.permission')}
              options={question.permissions.map(id => ({
                id,
                label: permissionInWords(id),
              }))}
              value={question.permission ?? null}
              onChange={chosen => ask({ permission: String(chosen) })}
            />
          )}
        </div>
        {list.state === 'idle' && (
          <EmptyPanel
            title={
              text ? t('directory.whoCan.unknown') : t('directory.whoCan.empty')
            }
            description={t('directory.whoCan.emptyDescription')}
          />
        )}
        {list.state === 'loading' && (
          <div role="status" aria-label={t('directory.loading')}>
            <SkeletonLines count={8} height={28} />
          </div>
        )}
        {list.state === 'error' && (
          <ErrorPanel error={list.error} retry={list.retry} />
        )}
        {list.state === 'empty' && (
          <EmptyPanel title={t('directory.whoCan.nobody')} />
        )}
        {list.state === 'ready' && (
          <section className={styles.section}>
            <Text as="h3" variant="title-x-small" weight="bold" role="status">
              {t('directory.titled', {
                title: list.page.question,
                total: list.page.total.toLocaleString(language),
              })}
            </Text>
            <ul className={styles.list} aria-label={list.page.question}>
              {list.page.items.map(({ user, sources }) => (
                <li key={user.id} className={styles.item}>
                  <span className={styles.words}>
                    <UserName user={user} org={org} />
                  </span>
                  <span className={styles.words}>
                    <SourceList sources={sources} />
                  </span>
                </li>
              ))}
            </ul>
            <Pager {...paging} />
          </section>
        )}
      </div>
    </DirectoryFrame>
  );
}
