import { Text } from '@backstage/ui';
import type { AssistantBlock } from '@salesdesk/backstage-plugin-salesforce-common';
import { BarChart } from '../../components/BarChart';
import { BlockNotes } from './BlockNotes';

/** Figures that people would rather see than read; the numbers stand beside the bars. */
export function ChartBlockView(props: {
  block: AssistantBlock & { kind: 'chart' };
}) {
  const { block } = props;
  return (
    <figure style={{ margin: 0 }}>
      <figcaption>
        <Text as="span" weight="bold">
          {block.title}
        </Text>
      </figcaption>
      <BarChart label={block.title} points={block.points} unit={block.unit} />
      <BlockNotes query={block.query} restrictedTo={block.restrictedTo} />
    </figure>
  );
}
