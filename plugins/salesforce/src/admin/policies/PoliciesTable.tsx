import {
  Cell,
  Column,
  Link,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  Text,
  useBreakpoint,
} from '@backstage/ui';
import type { PolicyRecord } from '@salesdesk/backstage-plugin-salesforce-common';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { OnOffPill } from './OnOffPill';
import styles from './Policies.module.css';
import {
  audienceInWords,
  limitsInWords,
  stagesInWords,
  type Wording,
} from './policySentence';
import { useWording } from './useWording';

/** A row per action; a list where there is no room for columns. */
export function PoliciesTable(props: {
  policies: PolicyRecord[];
  openAction?: string;
  compact: boolean;
}) {
  const { t } = useTranslation();
  const { up } = useBreakpoint();
  const { policies, openAction, compact } = props;
  const wording = useWording(policies.map(({ policy }) => policy));
  if (compact || !up('lg')) {
    return <PolicyRows policies={policies} openAction={openAction} />;
  }
  return (
    <TableRoot aria-label={t('policies.table')}>
      <TableHeader>
        <Column id="action" isRowHeader>
          {t('policies.action')}
        </Column>
        <Column id="enabled">{t('policies.enabled')}</Column>
        <Column id="who">{t('policies.whoMayAsk')}</Column>
        <Column id="approves">{t('policies.whoApproves')}</Column>
        <Column id="reason">{t('policies.reason')}</Column>
        <Column id="limits">{t('policies.limits')}</Column>
      </TableHeader>
      <TableBody
        items={policies.map(record => ({ id: record.action, record }))}
      >
        {({ record }) => <PolicyRow record={record} wording={wording} />}
      </TableBody>
    </TableRoot>
  );
}

function PolicyRow(props: { record: PolicyRecord; wording: Wording }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { record, wording } = props;
  const { policy } = record;
  const cells = [
    [
      audienceInWords(policy, wording),
      t(`policies.self.${policy.selfService}`),
    ],
    [stagesInWords(policy, wording)],
    [t(`policies.reasonIs.${policy.reason}`)],
    [limitsInWords(policy, wording) || t('policies.noLimits')],
  ];
  return (
    <Row id={record.action}>
      <Cell>
        <span className={styles.action}>
          <Link
            href={`${links.policies()}/${record.action}`}
            variant="body-medium"
            weight="bold"
            standalone
          >
            {record.actionTitle}
          </Link>
          <Text as="span" variant="body-small" color="secondary">
            {record.sentence}
          </Text>
        </span>
      </Cell>
      <Cell>
        <OnOffPill on={policy.enabled} />
      </Cell>
      {cells.map((lines, index) => (
        <Cell key={index}>
          <div className={styles.cell}>
            {lines.map((line, at) => (
              <Text
                key={line}
                as="p"
                variant={at === 0 ? 'body-medium' : 'body-small'}
                color={at === 0 ? 'primary' : 'secondary'}
              >
                {line}
              </Text>
            ))}
          </div>
        </Cell>
      ))}
    </Row>
  );
}

function PolicyRows(props: { policies: PolicyRecord[]; openAction?: string }) {
  const { t } = useTranslation();
  const links = useLinks();
  return (
    <ul className={styles.rows} aria-label={t('policies.table')}>
      {props.policies.map(({ action, actionTitle, policy, sentence }) => (
        <li
          key={action}
          className={styles.row}
          data-open={action === props.openAction ? '' : undefined}
        >
          <span className={styles.rowHead}>
            <Link
              href={`${links.policies()}/${action}`}
              variant="body-medium"
              weight="bold"
              standalone
              aria-current={action === props.openAction ? 'true' : undefined}
            >
              {actionTitle}
            </Link>
            <OnOffPill on={policy.enabled} />
          </span>
          <Text as="p" variant="body-small" color="secondary">
            {sentence}
          </Text>
        </li>
      ))}
    </ul>
  );
}
