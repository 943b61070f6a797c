import { Button, Checkbox, Select, Text } from '@backstage/ui';
import { useEffect, useRef } from 'react';
import { EmptyPanel } from '../components/EmptyPanel';
import { useTranslation } from '../hooks/useTranslation';
import styles from './ApprovalList.module.css';
import { ApprovalRow } from './ApprovalRow';
import type { ApprovalsReady } from './useApprovals';
import type { InboxOrder } from './useWaitingRequests';

const orders: InboxOrder[] = ['oldest', 'newest', 'expiring'];

/** What waits, as a list of lines that each say enough to decide whether to open it. */
export function ApprovalList(props: ApprovalsReady) {
  const { t } = useTranslation();
  const { items, selected, focusedId, focusTurn, openId, more, commands } =
    props;
  const links = useRef(new Map<string, HTMLAnchorElement>());

  // After j and k, and after a decision, the keyboard goes to the line in focus.
  useEffect(() => {
    if (focusTurn === 0 || !focusedId) return undefined;
    // A dialog that closes gives the focus back first.
    const timer = setTimeout(() => links.current.get(focusedId)?.focus(), 50);
    return () => clearTimeout(timer);
  }, [focusTurn, focusedId]);

  if (items.length === 0) return <EmptyPanel title={t('approvals.empty')} />;

  const labels: Record<InboxOrder, string> = {
    oldest: t('approvals.orderOldest'),
    newest: t('approvals.orderNewest'),
    expiring: t('approvals.orderExpiring'),
  };
  const selectedIds = new Set(selected.map(({ id }) => id));
  const allSelected = selected.length === items.length;
  return (
    <div className={styles.panel}>
      <div className={styles.toolbar}>
        <Checkbox
          isSelected={allSelected}
          isIndeterminate={selected.length > 0 && !allSelected}
          onChange={all =>
            all ? commands.selectAll() : commands.clearSelection()
          }
          aria-label={t('approvals.selectAll')}
        />
        <Text as="span" color="secondary" className={styles.count}>
          {more
            ? t('approvals.waitingMore', { number: String(items.length) })
            : t('approvals.waiting', { count: items.length })}
        </Text>
        <Select
          aria-label={t('approvals.order')}
          size="small"
          options={orders.map(order => ({
            value: order,
            label: labels[order],
          }))}
          value={props.order}
          onChange={order => commands.setOrder(order as InboxOrder)}
        />
      </div>
      <ul className={styles.rows} aria-label={t('approvals.list')}>
        {items.map(item => (
          <ApprovalRow
            key={item.id}
            item={item}
            isOpen={item.id === openId}
            isFocused={item.id === focusedId}
            isSelected={selectedIds.has(item.id)}
            onToggle={() => commands.toggleSelected(item.id)}
            onFocus={() => commands.focus(item.id)}
            onMove={commands.move}
            linkRef={link => {
              if (link) links.current.set(item.id, link);
              else links.current.delete(item.id);
            }}
          />
        ))}
      </ul>
      {more && (
        <Button
          variant="secondary"
          isPending={more.loading}
          onPress={more.load}
        >
          {t('approvals.more')}
        </Button>
      )}
    </div>
  );
}
