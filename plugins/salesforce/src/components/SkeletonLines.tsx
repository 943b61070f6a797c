import { Flex, Skeleton } from '@backstage/ui';

// Uneven on purpose: lines of one length look like a table.
const widths = ['92%', '74%', '86%', '61%', '80%'];

/** Lines of text to come. Screens build the skeleton of their layout from it. */
export function SkeletonLines(props: { count: number; height?: number }) {
  return (
    <Flex direction="column" gap="3" aria-hidden>
      {Array.from({ length: props.count }, (_, index) => (
        <Skeleton
          key={index}
          width={widths[index % widths.length]}
          height={props.height ?? 16}
        />
      ))}
    </Flex>
  );
}
