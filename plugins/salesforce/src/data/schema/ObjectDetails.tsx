import { ButtonLink, Link, SearchField, Text } from '@backstage/ui';
import { RiPlayLine } from '@remixicon/react';
import type {
  DataField,
  DataObject,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import tableStyles from '../../assistant/blocks/Blocks.module.css';
import { Details } from '../../components/Details';
import { scrollableByKeyboard } from '../../components/scrollableByKeyboard';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { queryFor } from '../shared/queryFor';
import styles from './Schema.module.css';

/** One object: its fields, and the lists of records that refer to it. */
export function ObjectDetails(props: {
  org: string | undefined;
  object: DataObject;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const { org, object } = props;
  const [words, setWords] = useState('');
  const fields = object.fields.filter(({ name, label, type }) =>
    `${name} ${label} ${type}`.toLowerCase().includes(words.toLowerCase()),
  );
  return (
    <article className={styles.details} aria-label={object.label}>
      <div className={styles.head}>
        <div>
          <Text
            as="h3"
            variant="title-x-small"
            weight="bold"
            className={styles.title}
          >
            {object.label}
          </Text>
          <Text as="p" color="secondary">
            <span className={styles.api}>{object.name}</span>
            {object.custom && ` · ${t('data.schema.custom')}`}
            {object.keyPrefix &&
              ` · ${t('data.schema.prefix', { prefix: object.keyPrefix })}`}
          </Text>
        </div>
        <ButtonLink
          variant="primary"
          href={links.data({ org, query: queryFor(object) })}
          iconStart={<RiPlayLine aria-hidden />}
        >
          {t('data.schema.query')}
        </ButtonLink>
      </div>
      <div className={styles.head}>
        <Text as="h4" weight="bold" className={styles.title}>
          {t('data.schema.fields', { count: object.fields.length })}
        </Text>
        <SearchField
          size="small"
          className={styles.find}
          aria-label={t('data.schema.findField')}
          placeholder={t('data.schema.findField')}
          value={words}
          onChange={setWords}
        />
      </div>
      <div
        className={tableStyles.scroller}
        role="group"
        aria-label={t('data.schema.fieldsOf', { object: object.label })}
        {...scrollableByKeyboard}
      >
        <table className={tableStyles.table}>
          <thead>
            <tr>
              <th scope="col">{t('data.schema.label')}</th>
              <th scope="col">{t('data.schema.apiName')}</th>
              <th scope="col">{t('data.schema.type')}</th>
              <th scope="col">{t('data.schema.properties')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(field => (
              <tr key={field.name}>
                <td>{field.label}</td>
                <td className={styles.api}>{field.name}</td>
                <td>
                  <FieldType org={org} field={field} />
                </td>
                <td>{propertiesOf(field, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fields.length === 0 && (
        <Text as="p" color="secondary">
          {t('data.schema.noneFound')}
        </Text>
      )}
      <Relationships org={org} object={object} />
    </article>
  );
}

function FieldType(props: { org: string | undefined; field: DataField }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { org, field } = props;
  const { type, length, referenceTo, relationshipName, picklistValues } = field;
  if (referenceTo.length > 0) {
    return (
      <>
        {referenceTo.map((target, index) => (
          <span key={target}>
            {index > 0 && ', '}
            <Link href={links.objects({ org, object: target })}>{target}</Link>
          </span>
        ))}
        {relationshipName && (
          <span className={styles.detail}>
            {' '}
            <span className={styles.api}>{relationshipName}.…</span>
          </span>
        )}
      </>
    );
  }
  return (
    <>
      {type}
      {type === 'string' && length ? ` (${length})` : ''}
      {picklistValues && picklistValues.length > 0 && (
        <Details
          summary={t('data.schema.values', { count: picklistValues.length })}
        >
          <ul className={styles.values}>
            {picklistValues.map(({ value, label }) => (
              <li key={value}>
                {label}
                {label !== value && (
                  <span className={styles.detail}> {value}</span>
                )}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function Relationships(props: { org: string | undefined; object: DataObject }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { org, object } = props;
  const { childRelationships } = object;
  if (childRelationships.length === 0) return null;
  return (
    <section aria-label={t('data.schema.children')} className={styles.details}>
      <Text as="h4" weight="bold" className={styles.title}>
        {t('data.schema.children')}
      </Text>
      <div
        className={tableStyles.scroller}
        role="group"
        aria-label={t('data.schema.children')}
        {...scrollableByKeyboard}
      >
        <table className={tableStyles.table}>
          <thead>
            <tr>
              <th scope="col">{t('data.schema.relationship')}</th>
              <th scope="col">{t('data.schema.object')}</th>
              <th scope="col">{t('data.schema.through')}</th>
            </tr>
          </thead>
          <tbody>
            {childRelationships.map(({ name, object: child, field }) => (
              <tr key={name}>
                <td className={styles.api}>{name}</td>
                <td>
                  <Link href={links.objects({ org, object: child })}>
                    {child}
                  </Link>
                </td>
                <td className={styles.api}>{field}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function propertiesOf(
  field: DataField,
  t: ReturnType<typeof useTranslation>['t'],
): string {
  return [
    field.required && t('data.schema.required'),
    field.custom && t('data.schema.custom'),
    !field.createable && !field.updateable && t('data.schema.readOnly'),
    !field.filterable && t('data.schema.notFilterable'),
  ]
    .filter(Boolean)
    .join(' · ');
}
