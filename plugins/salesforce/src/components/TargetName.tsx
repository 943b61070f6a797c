import { Link, Text } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import type { Target } from '@salesdesk/backstage-plugin-salesforce-common';
import { useContext } from 'react';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { Breakable } from './Breakable';
import { TargetOrg } from './TargetOrg';
import styles from './TargetName.module.css';

/** A record by name and what tells it apart, with the way into Salesforce. */
export function TargetName(props: { target: Target }) {
  const { t } = useTranslation();
  const links = useLinks();
  const org = useContext(TargetOrg);
  const { target } = props;
  const page =
    org && target.object === 'User' && target.id
      ? `${links.directory('users', target.id)}?${new URLSearchParams({ org })}`
      : undefined;
  return (
    <span className={styles.target}>
      {page ? (
        <Link href={page} variant="body-medium" weight="bold">
          {target.label}
        </Link>
      ) : (
        <Text as="span" variant="body-medium" weight="bold">
          {target.label}
        </Text>
      )}
      {target.detail && (
        <Text as="span" variant="body-small" color="secondary">
          <Breakable>{target.detail}</Breakable>
        </Text>
      )}
      {target.url && (
        <Link
          href={target.url}
          target="_blank"
          rel="noopener noreferrer"
          standalone
          aria-label={t('changes.openInSalesforce', { name: target.label })}
        >
          <RiExternalLinkLine size={14} aria-hidden />
        </Link>
      )}
    </span>
  );
}
