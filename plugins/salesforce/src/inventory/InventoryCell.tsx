import { Link } from '@backstage/ui';
import type {
  InventoryField,
  SalesforceUserStatus,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { Breakable } from '../components/Breakable';
import { RelativeTime } from '../components/RelativeTime';
import { SalesforceUserStatusPill } from '../entity/SalesforceUserStatusPill';
import { useLanguage } from '../hooks/useLanguage';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { linkOf } from './recordLinks';
import { permissionInWords } from './permissionInWords';
import type { InventoryRow, InventoryValue } from './inventoryRow';

const states = new Set(['active', 'frozen', 'inactive']);
/** So many names of permissions fit a cell. */
const SHOWN_PERMISSIONS = 4;

/** One fact of a record, with the way to what it names. */
export function InventoryCell(props: {
  object: string;
  field: Pick<InventoryField, 'id' | 'type'>;
  row: InventoryRow;
  org?: string;
  currency?: string;
  /** What the row is called: it must look like the way to its page. */
  isName?: boolean;
}) {
  const links = useLinks();
  const { object, field, row, org } = props;
  const link = linkOf(object, field.id, row);
  const content = (
    <InventoryValueView
      field={field}
      value={row.get(field.id)}
      currency={props.currency}
    />
  );
  if (link?.to === 'record') {
    return (
      <Link
        href={`${links.directory(link.section, link.id)}${
          org ? `?${new URLSearchParams({ org })}` : ''
        }`}
        standalone={!props.isName}
        weight={props.isName ? 'bold' : 'regular'}
      >
        {content}
      </Link>
    );
  }
  const person = link && links.entity(link.ref);
  if (person) {
    return (
      <Link href={person} standalone>
        {content}
      </Link>
    );
  }
  return content;
}

/** A value in words, a pill or a time, as its field asks for. */
export function InventoryValueView(props: {
  field: Pick<InventoryField, 'id' | 'type'>;
  value: InventoryValue;
  currency?: string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { field, value, currency } = props;
  const last = field.id.split('.').pop();
  if (value === null || value === '') return <>–</>;
  if (field.type === 'time' && typeof value === 'string') {
    return <RelativeTime at={value} />;
  }
  if (typeof value === 'boolean') {
    return <>{value ? t('inventory.yes') : t('inventory.no')}</>;
  }
  if (typeof value === 'number') {
    if (last === 'cost' && currency) {
      return (
        <>
          {value.toLocaleString(language, {
            style: 'currency',
            currency,
            maximumFractionDigits: 0,
          })}
        </>
      );
    }
    return <>{value.toLocaleString(language)}</>;
  }
  if (last === 'state' && states.has(value)) {
    return (
      <SalesforceUserStatusPill
        user={{ status: value as SalesforceUserStatus }}
      />
    );
  }
  if (last === 'kind' && (value === 'human' || value === 'service')) {
    return <>{t(`inventory.kind.${value}`)}</>;
  }
  if (last === 'permissions') {
    const names = value.trim().split(/\s+/).map(permissionInWords);
    const more = names.length - SHOWN_PERMISSIONS;
    return (
      <span title={names.join(', ')}>
        {names.slice(0, SHOWN_PERMISSIONS).join(', ')}
        {more > 0 && ` ${t('inventory.more', { count: more })}`}
      </span>
    );
  }
  return <Breakable>{value}</Breakable>;
}
