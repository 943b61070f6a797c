import type {
  ActionContext,
  ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { findRecord, type NamedRecord } from '../findRecord';
import type { PersonalRights } from './personalRights';

/** Fields besides its name by which a record may be named. */
const alsoBy: Record<string, string[]> = {
  Contact: ['Email'],
  Lead: ['Email'],
  Case: ['Subject'],
  Asset: ['SerialNumber'],
  Product2: ['ProductCode'],
};

/** What tells records of one name apart. */
const toldApartBy: Record<string, string[]> = {
  Account: ['BillingCity', 'Owner.Name'],
  Contact: ['Account.Name'],
  Lead: ['Company', 'Status'],
  Opportunity: ['Account.Name', 'StageName', 'CloseDate'],
  Case: ['CaseNumber', 'Status'],
  Task: ['ActivityDate', 'Status'],
  Event: ['StartDateTime'],
};

/** A record by id or name, among those that the person may see. */
export function findVisibleRecord(options: {
  context: ActionContext;
  rights: PersonalRights;
  object: ObjectDescription;
  record: string;
  path: string;
}): Promise<NamedRecord> {
  const { context, rights, object, record, path } = options;
  return findRecord({
    context,
    object,
    record,
    alsoBy: alsoBy[object.name] ?? [],
    toldApartBy: toldApartBy[object.name] ?? [],
    paths: { object: 'object', record: path },
    visible: ids => rights.facts.visibleRecords(ids),
  });
}
