import { Text } from '@backstage/ui';
import type { AssistantBlock } from '@salesdesk/backstage-plugin-salesforce-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Blocks.module.css';
import { BlockNotes } from './BlockNotes';

/** One figure, large, with what it counts. */
export function NumberBlockView(props: {
  block: AssistantBlock & { kind: 'number' };
}) {
  const { t } = useTranslation();
  const { block } = props;
  const language = useLanguage();
  const inWords = (value: number) => value.toLocaleString(language);
  return (
    <figure className={styles.number}>
      <Text as="span" variant="title-medium" weight="bold">
        {inWords(block.value)}
        {block.of !== undefined && (
          <Text as="span" variant="body-large" color="secondary">
            {' '}
            {t('assistant.number.of', { total: inWords(block.of) })}
          </Text>
        )}
      </Text>
      <figcaption>
        <Text as="span">{block.label}</Text>
        {block.detail && (
          <Text as="p" variant="body-small" color="secondary">
            {block.detail}
          </Text>
        )}
      </figcaption>
      <BlockNotes query={block.query} restrictedTo={block.restrictedTo} />
    </figure>
  );
}
