import { Avatar, Link, Text } from '@backstage/ui';
import type { Person } from '@salesdesk/backstage-plugin-salesforce-common';
import { useLinks } from '../hooks/useLinks';
import styles from './PersonChip.module.css';

/** A person by avatar and name, linked to their catalog page. */
export function PersonChip(props: {
  person: Person;
  size?: 'x-small' | 'small';
  /** Leave out the link, e.g. inside something that is a link already. */
  plain?: boolean;
}) {
  const { person, plain } = props;
  const href = useLinks().entity(person.ref);
  return (
    <span className={styles.chip} title={person.email ?? person.ref}>
      <Avatar
        src={person.picture ?? 'data:,'}
        name={person.displayName}
        size={props.size ?? 'x-small'}
        purpose="decoration"
      />
      {href && !plain ? (
        <Link
          href={href}
          variant="body-medium"
          standalone
          className={styles.name}
        >
          {person.displayName}
        </Link>
      ) : (
        <Text as="span" variant="body-medium" className={styles.name}>
          {person.displayName}
        </Text>
      )}
    </span>
  );
}
