import { Link, Text } from '@backstage/ui';
import type { AccessSource } from '@salesdesk/backstage-plugin-salesforce-common';
import { dayInWords } from '../entity/dayInWords';
import { useLanguage } from '../hooks/useLanguage';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { permissionInWords } from '../inventory/permissionInWords';
import styles from './Access.module.css';

export const sectionOfSource: Record<AccessSource['kind'], string> = {
  profile: 'profiles',
  permission_set: 'permission-sets',
  permission_set_group: 'permission-set-groups',
};

/** Through what somebody has an access. */
export function SourceList(props: { sources: AccessSource[]; org?: string }) {
  return (
    <ul className={styles.sources}>
      {props.sources.map(source => (
        <li key={`${source.kind}-${source.id}-${source.because ?? ''}`}>
          <SourceName source={source} org={props.org} />
        </li>
      ))}
    </ul>
  );
}

/** What gives an access: its kind and name, the part that does it, until when. */
export function SourceName(props: { source: AccessSource; org?: string }) {
  const { t } = useTranslation();
  const links = useLinks();
  const language = useLanguage();
  const { source, org } = props;
  const { kind, id, label, through, because, expiresAt } = source;
  const more = [
    through?.length
      ? t('directory.access.through', { names: through.join(', ') })
      : undefined,
    because
      ? t('directory.access.because', {
          permission: permissionInWords(because),
        })
      : undefined,
    expiresAt
      ? t('directory.access.until', { day: dayInWords(expiresAt, language) })
      : undefined,
  ].filter(Boolean);
  const search = org ? `?${new URLSearchParams({ org })}` : '';
  return (
    <span>
      {t(`directory.access.kind.${kind}`)}{' '}
      <Link href={`${links.directory(sectionOfSource[kind], id)}${search}`}>
        {label}
      </Link>
      {more.length > 0 && (
        <Text as="span" color="secondary">
          {' '}
          · {more.join(' · ')}
        </Text>
      )}
    </span>
  );
}
