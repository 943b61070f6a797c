import {
  GatewayError,
  soql,
  type ActionContext,
  type ResolvedUser,
  type SalesforceReader,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import {
  alwaysCondition,
  openCondition,
  readOwned,
  type OwnedRecords,
} from '../transferParts';
import { ifVisible } from './ifVisible';

interface Candidate {
  name: string;
  label: string;
  plural: string;
}

/** Objects of Salesforce whose records belong to somebody. */
const standard: readonly Candidate[] = [
  { name: 'Account', label: 'Account', plural: 'Accounts' },
  { name: 'Contact', label: 'Contact', plural: 'Contacts' },
  { name: 'Opportunity', label: 'Opportunity', plural: 'Opportunities' },
  { name: 'Lead', label: 'Lead', plural: 'Leads' },
  { name: 'Case', label: 'Case', plural: 'Cases' },
  { name: 'Campaign', label: 'Campaign', plural: 'Campaigns' },
  { name: 'Contract', label: 'Contract', plural: 'Contracts' },
  { name: 'Order', label: 'Order', plural: 'Orders' },
  { name: 'Task', label: 'Task', plural: 'Tasks' },
];

/** What leaving users own, and what could not be looked at. */
export interface Belongings {
  owned: Map<string, OwnedRecords[]>;
  /** Plurals of objects that the integration user does not see. */
  unseen: string[];
}

/**
 * The records that leaving users own, by user: of the standard objects and of
 * every custom one. Tasks that are done stay where they are.
 */
export async function readBelongings(options: {
  context: ActionContext;
  users: ResolvedUser[];
  openOnly: boolean;
}): Promise<Belongings> {
  const { context, users, openOnly } = options;
  const { reader } = context;
  const belongings = new Map<string, OwnedRecords[]>(
    users.map(({ id }) => [id, []]),
  );
  if (users.length === 0) return { owned: belongings, unseen: [] };
  const objects = [...standard, ...(await customObjects(reader))];
  const owners = await Promise.all(
    objects.map(object =>
      ownersOf({ reader, object, userIds: users.map(({ id }) => id) }),
    ),
  );
  await Promise.all(
    objects.flatMap((object, position) =>
      [...(owners[position] ?? [])].map(async ownerId => {
        const owned = await readOwned({
          reader,
          object,
          ownerId,
          conditions: [
            alwaysCondition(object.name),
            openOnly || object.name === 'Task'
              ? openCondition(object.name)
              : undefined,
          ],
        });
        if (owned.records.length > 0) belongings.get(ownerId)?.push(owned);
      }),
    ),
  );
  // answers come as they come; a plan has one order
  const order = new Map(objects.map(({ name }, position) => [name, position]));
  for (const owned of belongings.values()) {
    owned.sort(
      (left, right) =>
        (order.get(left.object.name) ?? 0) -
        (order.get(right.object.name) ?? 0),
    );
  }
  return {
    owned: belongings,
    unseen: objects
      .filter((_, position) => owners[position] === undefined)
      .map(({ plural }) => plural),
  };
}

async function customObjects(reader: SalesforceReader): Promise<Candidate[]> {
  const rows = await reader.queryAll<SalesforceRecord>(
    soql.select({
      from: 'EntityDefinition',
      fields: ['QualifiedApiName', 'Label', 'PluralLabel'],
      where: soql.eq('IsCustomizable', true),
    }),
  );
  return rows
    .map(({ QualifiedApiName, Label, PluralLabel }) => ({
      name: String(QualifiedApiName),
      label: String(Label),
      plural: String(PluralLabel ?? Label),
    }))
    .filter(({ name }) => name.endsWith('__c'))
    .sort((left, right) => left.name.localeCompare(right.name, 'en'));
}

/**
 * Which of the users own any record; none of objects that have no owner, and
 * undefined where the org does not show the object, or does not have it.
 */
async function ownersOf(options: {
  reader: SalesforceReader;
  object: Candidate;
  userIds: string[];
}): Promise<Set<string> | undefined> {
  const { reader, object, userIds } = options;
  const asked = reader.query(
    soql.select({
      from: object.name,
      fields: ['OwnerId', { aggregate: 'COUNT', field: 'Id', as: 'records' }],
      where: soql.inList('OwnerId', userIds),
      groupBy: ['OwnerId'],
    }),
  );
  const page = await ifVisible(
    asked.catch((error: unknown) => {
      const isOwnerless =
        error instanceof GatewayError &&
        error.salesforceCode === 'INVALID_FIELD';
      if (!isOwnerless) throw error;
      return { records: [] as SalesforceRecord[] };
    }),
  );
  return page && new Set(page.records.map(({ OwnerId }) => String(OwnerId)));
}
