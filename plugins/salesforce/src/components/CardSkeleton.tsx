import { Card, CardBody, CardHeader, Skeleton } from '@backstage/ui';
import { SkeletonLines } from './SkeletonLines';

/** A card whose title and lines are to come. */
export function CardSkeleton(props: { lines: number }) {
  return (
    <Card>
      <CardHeader>
        <Skeleton width={160} height={20} />
      </CardHeader>
      <CardBody>
        <SkeletonLines count={props.lines} />
      </CardBody>
    </Card>
  );
}
