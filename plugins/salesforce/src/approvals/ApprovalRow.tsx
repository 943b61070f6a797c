import { Checkbox, Text } from '@backstage/ui';
import { RiAlarmWarningLine } from '@remixicon/react';
import type { RequestSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import { Link } from 'react-router-dom';
import { Countdown } from '../components/Countdown';
import { PersonChip } from '../components/PersonChip';
import { RelativeTime } from '../components/RelativeTime';
import { RiskBadge } from '../components/RiskBadge';
import { StatusPill } from '../components/StatusPill';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import styles from './ApprovalRow.module.css';

/** Who wants what for whom, why, what changes, how risky, how old. */
export function ApprovalRow(props: {
  item: RequestSummary;
  isOpen: boolean;
  isFocused: boolean;
  isSelected: boolean;
  onToggle(): void;
  onFocus(): void;
  onMove(step: 1 | -1): void;
  linkRef(link: HTMLAnchorElement | null): void;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const { item } = props;
  return (
    <li
      className={styles.row}
      data-open={props.isOpen ? '' : undefined}
      data-focused={props.isFocused ? '' : undefined}
      onFocus={props.onFocus}
    >
      <Checkbox
        className={styles.check}
        isSelected={props.isSelected}
        onChange={props.onToggle}
        aria-label={t('approvals.select', { title: item.title })}
      />
      <div className={styles.words}>
        <Link
          ref={props.linkRef}
          to={links.approval(item.id)}
          className={styles.title}
          onKeyDown={event => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
            event.preventDefault();
            props.onMove(event.key === 'ArrowDown' ? 1 : -1);
          }}
          aria-current={props.isOpen ? 'true' : undefined}
        >
          {item.title}
        </Link>
        <div className={styles.facts}>
          <PersonChip person={item.requester} plain />
          <Text as="span" color="secondary">
            <RelativeTime at={item.createdAt} />
          </Text>
          <RiskBadge risk={item.risk} />
          {item.breakGlass === 'to_review' && (
            <StatusPill
              tone="warning"
              icon={<RiAlarmWarningLine aria-hidden />}
              label={t('approvals.brokenGlass')}
            />
          )}
          {item.expiresAt && <Countdown until={item.expiresAt} short />}
        </div>
        {item.reason && (
          <Text as="p" className={styles.reason}>
            “{item.reason}”
          </Text>
        )}
        <Text as="p" color="secondary" className={styles.change}>
          {item.changeSummary}
        </Text>
      </div>
    </li>
  );
}
