import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import type { RecordBlock } from '@salesdesk/backstage-plugin-salesforce-common';
import { DEFAULT_ORG } from '../../data/shared/useOrgChoice';
import { useLanguage } from '../../hooks/useLanguage';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Blocks.module.css';
import { BlockNotes } from './BlockNotes';
import { cellInWords } from './cells';
import { TableBlockView } from './TableBlockView';

/** One record with its fields, and the records below it. */
export function RecordBlockView(props: { block: RecordBlock }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const links = useLinks();
  const { block } = props;
  return (
    <Card>
      <CardHeader>
        <div className={styles.recordHead}>
          <Text as="h4" variant="body-large" weight="bold">
            {block.title}
          </Text>
          {block.object && block.id && (
            <Link
              href={links.record({
                org: DEFAULT_ORG,
                object: block.object,
                id: block.id,
              })}
            >
              {t('data.openInData')}
            </Link>
          )}
          {block.url && (
            <Link href={block.url} target="_blank" rel="noopener noreferrer">
              {t('assistant.record.open')}
            </Link>
          )}
        </div>
      </CardHeader>
      <CardBody>
        <dl className={styles.fields}>
          {block.fields.map(({ name, label, value, type, url }) => {
            const words = cellInWords({ value, type, language, t });
            return (
              <div key={name}>
                <dt title={name}>{label}</dt>
                <dd>
                  {url && words ? (
                    <Link href={url} target="_blank" rel="noopener noreferrer">
                      {words}
                    </Link>
                  ) : (
                    words || (
                      <Text as="span" color="secondary">
                        {t('assistant.record.empty')}
                      </Text>
                    )
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
        {block.children?.map(child => (
          <TableBlockView key={child.title} block={child} />
        ))}
        <BlockNotes query={block.query} notes={block.notes} />
      </CardBody>
    </Card>
  );
}
