import { Avatar, Text } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import { Logo } from '../logo';
import styles from './PeopleToChoose.module.css';
import type { DemoPerson } from './readDemoPeople';

/** One button for each person who may sign in. */
export const PeopleToChoose = (props: {
  people: DemoPerson[];
  onChoose(userEntityRef: string): void;
}) => (
  <main className={styles.page}>
    <header className={styles.header}>
      <Logo size={48} />
      <Text as="h1" variant="title-medium" weight="bold">
        Salesdesk
      </Text>
      <Text as="p" variant="body-large" color="secondary">
        {props.people.length > 0
          ? 'Salesforce work, asked for, approved and recorded. Who are you today?'
          : 'This host has no way to sign in: auth.providers.demo is not configured.'}
      </Text>
    </header>
    <ul className={styles.people}>
      {props.people.map(person => (
        <li key={person.userEntityRef}>
          <button
            type="button"
            className={styles.person}
            aria-label={`${person.name}, ${person.role}`}
            aria-describedby={`may-${person.userEntityRef}`}
            onClick={() => props.onChoose(person.userEntityRef)}
          >
            <Avatar
              src=""
              name={person.name}
              size="large"
              purpose="decoration"
            />
            <span className={styles.words}>
              <Text variant="body-large" weight="bold">
                {person.name}
              </Text>
              <Text variant="body-medium" color="secondary">
                {person.role}
              </Text>
              <Text id={`may-${person.userEntityRef}`} variant="body-medium">
                {person.description}
              </Text>
            </span>
            <RiArrowRightLine className={styles.arrow} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
    <Text as="p" variant="body-small" color="secondary">
      A demo: no passwords. Each tab remembers its own person, so an employee
      and an approver can be open side by side.
    </Text>
  </main>
);
