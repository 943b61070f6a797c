import { Alert, ButtonLink, Container, Link, Text } from '@backstage/ui';
import { RiEditLine, RiExternalLinkLine } from '@remixicon/react';
import type { RelatedList } from '@salesdesk/backstage-plugin-salesforce-common';
import { RecordsTable } from '../../assistant/blocks/RecordsTable';
import { ErrorPanel } from '../../components/ErrorPanel';
import { ScreenHeader } from '../../components/ScreenHeader';
import { SkeletonLines } from '../../components/SkeletonLines';
import { useLanguage } from '../../hooks/useLanguage';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { WhoseData } from '../shared/WhoseData';
import { FieldSection } from './FieldSection';
import styles from './RecordPage.module.css';
import { useRecordScreen, type RecordScreen } from './useRecordScreen';

/** One record: its fields, what it refers to, and what refers to it. */
export function RecordPage() {
  const { t } = useTranslation();
  const screen = useRecordScreen();
  switch (screen.state) {
    case 'ready':
      return <Ready {...screen} />;
    case 'error':
      return (
        <Container>
          <ErrorPanel error={screen.error} retry={screen.retry} />
        </Container>
      );
    default:
      return (
        <Container>
          <div role="status" aria-label={t('data.record.loading')}>
            <SkeletonLines count={12} height={24} />
          </div>
        </Container>
      );
  }
}

function Ready(props: RecordScreen & { state: 'ready' }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { record, sections, updateHref, choice } = props;
  return (
    <Container>
      <ScreenHeader
        title={record.title}
        actions={
          <>
            {updateHref && (
              <ButtonLink
                href={updateHref}
                variant="primary"
                iconStart={<RiEditLine aria-hidden />}
              >
                {t('data.record.update')}
              </ButtonLink>
            )}
            <ButtonLink
              href={record.url}
              variant="secondary"
              target="_blank"
              rel="noopener noreferrer"
              iconStart={<RiExternalLinkLine aria-hidden />}
            >
              {t('data.record.open')}
            </ButtonLink>
          </>
        }
      >
        <Text as="p" color="secondary">
          <Link
            href={links.objects({ org: choice.org, object: record.object })}
          >
            {record.objectLabel}
          </Link>{' '}
          · {record.id}
        </Text>
        <WhoseData orgInPath={choice.orgInPath} />
      </ScreenHeader>
      <div className={styles.page}>
        {sections.map(section => (
          <FieldSection
            key={section.key}
            section={section}
            orgInPath={choice.orgInPath}
          />
        ))}
        {record.related.map(list => (
          <Related key={list.relationship} list={list} choice={choice} />
        ))}
        {record.restrictedTo && (
          <Alert
            status="info"
            icon
            title={t('data.record.restricted', {
              restriction: record.restrictedTo,
            })}
          />
        )}
      </div>
    </Container>
  );
}

function Related(props: { list: RelatedList; choice: RecordScreen['choice'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const links = useLinks();
  const { list, choice } = props;
  const headingId = `related-${list.relationship}`;
  return (
    <section aria-labelledby={headingId} className={styles.section}>
      <div className={styles.head}>
        <h3 id={headingId} className={styles.heading}>
          {t('data.record.related', {
            label: list.label,
            relationship: list.relationship,
            total: list.total.toLocaleString(language),
          })}
        </h3>
        {list.query && (
          <Link href={links.data({ query: list.query, org: choice.org })}>
            {t('data.record.showAll')}
          </Link>
        )}
      </div>
      <RecordsTable
        headingId={headingId}
        columns={list.columns}
        rows={list.rows}
        linkOf={({ row, index }) =>
          index === 0 && typeof row.Id === 'string'
            ? {
                href: links.record({
                  org: choice.orgInPath,
                  object: list.object,
                  id: row.Id,
                }),
              }
            : undefined
        }
      />
    </section>
  );
}
