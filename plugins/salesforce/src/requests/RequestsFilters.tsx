import {
  Button,
  SearchField,
  Select,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';
import { orders, states, views } from './requestsFilter';
import styles from './RequestsPage.module.css';
import type { RequestsFilterState } from './useRequests';

// A select has no empty value, so "any" is a choice of its own.
const ANY = 'any';

/** Everything that narrows the list. It stands in the address of the page. */
export function RequestsFilters(props: { filtering: RequestsFilterState }) {
  const { t } = useTranslation();
  const { filtering } = props;
  const { filter, change } = filtering;
  return (
    <search className={styles.filters}>
      <ToggleButtonGroup
        aria-label={t('requests.view')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter.view]}
        onSelectionChange={keys => {
          const view = views.find(candidate => keys.has(candidate));
          if (view) change({ view });
        }}
      >
        {filtering.views.map(view => (
          <ToggleButton key={view} id={view}>
            {t(`requests.views.${view}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <SearchField
        className={styles.search}
        aria-label={t('requests.search')}
        placeholder={t('requests.searchPlaceholder')}
        value={filter.q}
        onChange={q => change({ q })}
      />
      <Select
        className={styles.select}
        aria-label={t('requests.state')}
        placeholder={t('requests.anyState')}
        selectionMode="multiple"
        options={states.map(state => ({
          id: state,
          label: t(`requestState.${state}`),
        }))}
        value={filter.states}
        onChange={chosen =>
          change({ states: (chosen ?? []) as RequestState[] })
        }
      />
      {filtering.actions.length > 0 && (
        <Select
          className={styles.select}
          aria-label={t('requests.action')}
          options={[
            { id: ANY, label: t('requests.anyAction') },
            ...filtering.actions
              .filter(({ kind }) => kind === 'write')
              .map(({ id, title }) => ({ id, label: title })),
          ]}
          value={filter.action ?? ANY}
          onChange={chosen => change({ action: chosenOrNone(chosen) })}
        />
      )}
      {filtering.orgs.length > 1 && (
        <Select
          className={styles.select}
          aria-label={t('requests.org')}
          options={[
            { id: ANY, label: t('requests.anyOrg') },
            ...filtering.orgs.map(({ id, title }) => ({ id, label: title })),
          ]}
          value={filter.org ?? ANY}
          onChange={chosen => change({ org: chosenOrNone(chosen) })}
        />
      )}
      <Select
        className={styles.select}
        aria-label={t('requests.order')}
        options={orders.map(order => ({
          id: order,
          label: t(`requests.orders.${order}`),
        }))}
        value={filter.order}
        onChange={chosen => {
          const order = orders.find(candidate => candidate === chosen);
          if (order) change({ order });
        }}
      />
      {filtering.narrowed && (
        <Button variant="tertiary" onPress={filtering.clear}>
          {t('requests.clear')}
        </Button>
      )}
    </search>
  );
}

function chosenOrNone(chosen: unknown): string | undefined {
  return typeof chosen === 'string' && chosen !== ANY ? chosen : undefined;
}
