import type {
  Observation,
  PlannedChange,
  SalesforceReader,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { sameValue } from './sameValue';

/** What a lead remembers of its conversion. */
const traces = ['ConvertedAccountId', 'ConvertedContactId'];

/**
 * Whether a lead is converted, and into the records that were meant. Salesforce
 * converts no lead twice, so one that is not converted may be sent again.
 */
export async function observeConversion(options: {
  reader: SalesforceReader;
  change: PlannedChange;
}): Promise<Observation> {
  const { reader, change } = options;
  if (change.recordId === null) return { state: 'unobservable' };
  const [lead] = await reader.retrieve({
    object: 'Lead',
    ids: [change.recordId],
    fields: ['Id', 'IsConverted', ...traces],
  });
  if (lead === null) return { state: 'drifted', found: null };
  if (lead.IsConverted !== true) return { state: 'not_applied' };
  const isAsMeant = traces.every(name => {
    const wanted = change.fields.find(field => field.name === name)?.after;
    return (
      wanted === undefined || wanted === null || sameValue(lead[name], wanted)
    );
  });
  return isAsMeant
    ? { state: 'applied', recordId: change.recordId }
    : { state: 'drifted', found: lead };
}
