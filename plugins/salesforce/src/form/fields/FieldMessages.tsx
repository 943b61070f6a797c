import { Text } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './fields.module.css';

/** A field with what is wrong with it below. */
export function FieldMessages(props: {
  id: string;
  messages: string[];
  className?: string;
  /** Ways to put it right. */
  help?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={`${styles.field} ${props.className ?? ''}`}>
      {props.children}
      {props.messages.length > 0 && (
        <div id={props.id} className={styles.messages}>
          {props.messages.map(message => (
            <Text
              key={message}
              as="p"
              variant="body-small"
              className={styles.message}
            >
              <RiErrorWarningLine size={14} aria-hidden />
              {message}
            </Text>
          ))}
        </div>
      )}
      {props.help}
    </div>
  );
}
