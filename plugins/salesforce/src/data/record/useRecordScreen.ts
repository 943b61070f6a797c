import { useApi } from '@backstage/frontend-plugin-api';
import type { DataRecord } from '@salesdesk/backstage-plugin-salesforce-common';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { answerOf } from '../../api/answerOf';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { useActions } from '../../api/useActions';
import { screenStateOf, type ScreenState } from '../../hooks/ScreenState';
import { useLinks } from '../../hooks/useLinks';
import { useOrgChoice } from '../shared/useOrgChoice';
import { recordSections, type RecordSection } from './recordSections';

const UPDATE = 'salesforce_update_record';

export type RecordScreen = ScreenState<{
  record: DataRecord;
  sections: RecordSection[];
  /** Leads to the form that asks for a change; undefined where one may not. */
  updateHref: string | undefined;
}> & { choice: ReturnType<typeof useOrgChoice> };

/** Everything the page of one record shows. */
export function useRecordScreen(): RecordScreen {
  const { client } = useApi(salesforceApiRef);
  const links = useLinks();
  const { org: named = '', object = '', id = '' } = useParams();
  const choice = useOrgChoice(named);
  const { org } = choice;
  const actions = useActions();
  const record = useQuery({
    queryKey: ['salesforce', 'data', 'record', org, object, id],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/data/objects/{object}/records/{record}', {
          params: { path: { object, record: id }, query: { org } },
          signal,
        }),
      ),
  });
  const mayUpdate = actions.data?.some(
    action => action.id === UPDATE && action.permitted !== 'no',
  );
  const shown = screenStateOf(record, data => ({
    record: data,
    sections: recordSections(data.fields),
    updateHref:
      mayUpdate && data.fields.some(({ updateable }) => updateable)
        ? links.form({
            action: UPDATE,
            input: { object: data.object, record: data.id },
            org,
          })
        : undefined,
  }));
  return { ...shown, choice };
}
