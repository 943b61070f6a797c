import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Text,
} from '@backstage/ui';
import type { RequestSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactNode } from 'react';
import { ErrorPanel } from '../components/ErrorPanel';
import { RequestRows } from '../components/RequestRows';
import { SkeletonLines } from '../components/SkeletonLines';
import styles from './HomePage.module.css';
import { SHOWN_REQUESTS, type RequestsState } from './useHome';

/** A card with the first few requests of a list and the way to all of them. */
export function RequestsCard(props: {
  title: string;
  requests: RequestsState;
  empty: ReactNode;
  all: { href: string; label: string };
  withRequester?: boolean;
  hrefOf?: (request: RequestSummary) => string;
}) {
  const { title, requests, all } = props;
  return (
    <Card>
      <CardHeader>
        <Text
          as="h3"
          variant="body-large"
          weight="bold"
          className={styles.sectionTitle}
        >
          {title}
        </Text>
      </CardHeader>
      <CardBody>
        {requests.state === 'loading' && <SkeletonLines count={4} />}
        {requests.state === 'error' && (
          <ErrorPanel error={requests.error} retry={requests.retry} />
        )}
        {requests.state === 'empty' && props.empty}
        {requests.state === 'ready' && (
          <RequestRows
            label={title}
            requests={requests.items.slice(0, SHOWN_REQUESTS)}
            withRequester={props.withRequester}
            hrefOf={props.hrefOf}
          />
        )}
      </CardBody>
      {requests.state === 'ready' && (
        <CardFooter>
          <Link href={all.href} variant="body-medium">
            {all.label}
          </Link>
        </CardFooter>
      )}
    </Card>
  );
}
