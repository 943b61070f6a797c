import { Link, Text } from '@backstage/ui';
import type { DataRecordField } from '@salesdesk/backstage-plugin-salesforce-common';
import { cellInWords } from '../../assistant/blocks/cells';
import tableStyles from '../../assistant/blocks/Blocks.module.css';
import { Details } from '../../components/Details';
import { useLanguage } from '../../hooks/useLanguage';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './RecordPage.module.css';
import type { RecordSection } from './recordSections';

/** Fields under a heading; those without a value are folded away. */
export function FieldSection(props: {
  section: RecordSection;
  orgInPath: string;
}) {
  const { t } = useTranslation();
  const { section, orgInPath } = props;
  const headingId = `fields-${section.key}`;
  if (section.key === 'empty') {
    return (
      <Details
        summary={t('data.record.empty', { count: section.fields.length })}
      >
        <Text as="p" color="secondary">
          {section.fields.map(({ label }) => label).join(' · ')}
        </Text>
      </Details>
    );
  }
  return (
    <section aria-labelledby={headingId} className={styles.section}>
      <h3 id={headingId} className={styles.heading}>
        {t(`data.record.section.${section.key}`)}
      </h3>
      <dl className={tableStyles.fields}>
        {section.fields.map(field => (
          <div key={field.name}>
            <dt title={field.name}>{field.label}</dt>
            <dd>
              <FieldValue field={field} orgInPath={orgInPath} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function FieldValue(props: { field: DataRecordField; orgInPath: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const links = useLinks();
  const { value, type, shown, object } = props.field;
  const words = cellInWords({ value, type, language, t });
  if (object && typeof value === 'string') {
    return (
      <Link href={links.record({ org: props.orgInPath, object, id: value })}>
        {shown ?? words}
      </Link>
    );
  }
  if (type === 'email') return <Link href={`mailto:${words}`}>{words}</Link>;
  if (type === 'url' && /^https?:\/\//i.test(words)) {
    return (
      <Link href={words} target="_blank" rel="noopener noreferrer">
        {words}
      </Link>
    );
  }
  return (
    <span className={styles.value}>
      {words || (
        <Text as="span" color="secondary">
          {t('data.record.none')}
        </Text>
      )}
    </span>
  );
}
