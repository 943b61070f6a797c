import {
  Card,
  CardBody,
  CardHeader,
  Link,
  SearchField,
  Text,
} from '@backstage/ui';
import type { ActionDescription } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { EmptyPanel } from '../components/EmptyPanel';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import styles from './HomePage.module.css';
import { byFamily, findActions } from './requestableActions';

/** From this many actions on, a field to find one among them. */
const SEARCH_FROM = 6;

/** The forms that the person may open, on shelves. */
export function ActionShelves(props: { requestable: ActionDescription[] }) {
  const { t } = useTranslation();
  const links = useLinks();
  const [words, setWords] = useState('');
  const { requestable } = props;
  if (requestable.length === 0) {
    return (
      <Card>
        <CardBody>
          <EmptyPanel
            title={t('home.nothingAllowedTitle')}
            description={t('home.nothingAllowedDescription')}
          />
        </CardBody>
      </Card>
    );
  }
  const shelves = byFamily(findActions(requestable, words));
  return (
    <Card>
      <CardHeader>
        <Text
          as="h3"
          variant="body-large"
          weight="bold"
          className={styles.sectionTitle}
        >
          {t('home.byForm')}
        </Text>
      </CardHeader>
      <CardBody>
        {requestable.length >= SEARCH_FROM && (
          <SearchField
            aria-label={t('home.find')}
            placeholder={t('home.find')}
            value={words}
            onChange={setWords}
            size="small"
          />
        )}
        {shelves.length === 0 && (
          <Text as="p" color="secondary">
            {t('home.noneFound')}
          </Text>
        )}
        {shelves.map(({ family, actions }) => (
          <section
            key={family}
            className={styles.family}
            aria-label={t(`home.family.${family}`)}
          >
            <Text as="h4" variant="body-small" color="secondary">
              {t(`home.family.${family}`)}
            </Text>
            <ul className={styles.actions}>
              {actions.map(({ id, title, description }) => (
                <li key={id}>
                  <Link
                    href={links.form({ action: id })}
                    variant="body-medium"
                    standalone
                    title={description}
                  >
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </CardBody>
    </Card>
  );
}
