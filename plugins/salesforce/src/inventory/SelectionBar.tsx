import {
  Button,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Text,
} from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import { useNavigate } from 'react-router-dom';
import { useActions } from '../api/useActions';
import { useLanguage } from '../hooks/useLanguage';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import type { InventoryRow } from './inventoryRow';
import { requestsForRows, usersOf } from './requestsForRows';
import styles from './SelectionBar.module.css';
import type { Selection } from './useSelection';

/** What was picked, and what may be asked for it: one request for all of them. */
export function SelectionBar(props: {
  object: string;
  selection: Selection;
  org: string;
  suggested?: string[];
  /** Of all rows, and the way to pick them all. */
  total?: number;
  onSelectAll?(): void;
  isSelectingAll?: boolean;
}) {
  const { t } = useTranslation();
  const { selection, total, onSelectAll } = props;
  const language = useLanguage();
  const inWords = (number: number) => number.toLocaleString(language);
  const count = selection.rows.length;
  if (count === 0) return null;
  const users = usersOf(selection.rows).length;
  return (
    <div
      className={styles.bar}
      role="region"
      aria-label={t('inventory.selection')}
    >
      <Text as="span" weight="bold">
        {t('inventory.selected', { count, total: inWords(count) })}
      </Text>
      {users > 0 && users !== count && (
        <Text as="span" color="secondary">
          {t('inventory.selectedUsers', { count: users })}
        </Text>
      )}
      <RequestMenu {...props} rows={selection.rows} />
      {onSelectAll && total !== undefined && total > count && (
        <Button
          variant="tertiary"
          size="small"
          isPending={props.isSelectingAll}
          onPress={onSelectAll}
        >
          {t('inventory.selectAll', { total: inWords(total) })}
        </Button>
      )}
      <Button variant="tertiary" size="small" onPress={selection.clear}>
        {t('inventory.clearSelection')}
      </Button>
    </div>
  );
}

function RequestMenu(props: {
  object: string;
  rows: InventoryRow[];
  org: string;
  suggested?: string[];
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const navigate = useNavigate();
  const actions = useActions();
  const { object, rows, org, suggested = [] } = props;
  const offered = requestsForRows({
    actions: actions.data ?? [],
    object,
    rows,
    suggested,
  });
  if (offered.length === 0) {
    return actions.data ? (
      <Text as="span" color="secondary">
        {t('inventory.nothingToAsk')}
      </Text>
    ) : null;
  }
  const groups = [
    {
      title: t('inventory.suggested'),
      items: offered.filter(({ action }) => suggested.includes(action.id)),
    },
    {
      title: t('inventory.otherRequests'),
      items: offered.filter(({ action }) => !suggested.includes(action.id)),
    },
  ].filter(({ items }) => items.length > 0);
  return (
    <MenuTrigger>
      <Button variant="primary" size="small" iconEnd={<RiArrowDownSLine />}>
        {t('inventory.requestChange', { count: rows.length })}
      </Button>
      <Menu
        onAction={key => {
          const chosen = offered.find(({ action }) => action.id === key);
          if (!chosen) return;
          const { action, input } = chosen;
          navigate(links.form({ action: action.id, input, org }));
        }}
      >
        {groups.map(({ title, items }) => (
          <MenuSection key={title} title={title}>
            {items.map(({ action }) => (
              <MenuItem key={action.id} id={action.id}>
                {action.title}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
