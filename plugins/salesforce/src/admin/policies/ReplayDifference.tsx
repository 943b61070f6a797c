import { Link, Text } from '@backstage/ui';
import type { PolicyDifference } from '@salesdesk/backstage-plugin-salesforce-common';
import { PersonChip } from '../../components/PersonChip';
import { RelativeTime } from '../../components/RelativeTime';
import { StatusBadge } from '../../components/StatusBadge';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Policies.module.css';

/** One request that would have been decided otherwise: before, and after. */
export function ReplayDifference(props: { difference: PolicyDifference }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { difference } = props;
  const { requestId, title, requester, createdAt, state, kind } = difference;
  return (
    <li className={styles.replayItem}>
      <Link href={links.request(requestId)}>{title}</Link>
      <div className={styles.facts}>
        <StatusBadge state={state} />
        <PersonChip person={requester} plain />
        <Text as="span" color="secondary">
          <RelativeTime at={createdAt} />
        </Text>
      </div>
      <Text as="p" weight="bold">
        {t(`policies.replay.kind.${kind}`)}
      </Text>
      <Text as="p" color="secondary">
        {t('policies.replay.before')}: <Outcome decision={difference.before} />
      </Text>
      <Text as="p">
        {t('policies.replay.after')}: <Outcome decision={difference.after} />
      </Text>
      {difference.reviewsSuffice !== undefined && (
        <Text as="p" color="secondary">
          {difference.reviewsSuffice
            ? t('policies.replay.suffices')
            : t('policies.replay.tooFew')}
        </Text>
      )}
    </li>
  );
}

function Outcome(props: { decision: PolicyDifference['before'] }) {
  const { t } = useTranslation();
  const { verdict, needs, reasons } = props.decision;
  return (
    <span>
      {[t(`verdict.${verdict}`), needs, reasons.join(' ')]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}
