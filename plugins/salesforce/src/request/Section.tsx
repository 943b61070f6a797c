import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';
import styles from './RequestPage.module.css';

/** A card with a heading that names it. */
export function Section(props: { title: string; children: ReactNode }) {
  const headingId = useId();
  return (
    <Card role="region" aria-labelledby={headingId}>
      <CardHeader>
        <Text
          as="h3"
          id={headingId}
          variant="body-large"
          weight="bold"
          className={styles.sectionTitle}
        >
          {props.title}
        </Text>
      </CardHeader>
      <CardBody>{props.children}</CardBody>
    </Card>
  );
}
