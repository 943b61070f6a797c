import {
  soql,
  type ActionContext,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { NamedRecord } from '../findRecord';
import { findVisibleRecord } from './findVisibleRecord';
import { writableObject, type PersonalRights } from './personalRights';

/** A lead, as far as converting it goes. */
export interface Lead {
  company: string;
  status: string;
  isConverted: boolean;
  ownerId: string;
  ownerName: string;
}

/** Refuses a lead that the person may not change. */
export async function readLead(options: {
  context: ActionContext;
  rights: PersonalRights;
  found: NamedRecord;
}): Promise<Lead> {
  const { context, rights, found } = options;
  const { records } = await context.reader.query(
    soql.select({
      from: 'Lead',
      fields: ['Company', 'Status', 'IsConverted', 'OwnerId', 'Owner.Name'],
      where: soql.eq('Id', found.id),
    }),
  );
  const [lead] = records;
  const editable = await rights.facts.editableRecords([found.id]);
  if (!lead || (lead.IsConverted !== true && !editable.has(found.id))) {
    return context.resolver.refuse([
      {
        path: 'lead',
        code: 'not_permitted',
        message: `You may see ${found.label} in Salesforce, but not change it. Ask its owner, or somebody above them`,
      },
    ]);
  }
  const owner = lead.Owner as { Name?: unknown } | null;
  return {
    company: String(lead.Company),
    status: String(lead.Status),
    isConverted: lead.IsConverted === true,
    ownerId: String(lead.OwnerId),
    ownerName: String(owner?.Name ?? lead.OwnerId),
  };
}

/** The status that was named, or the first of those that converted leads have. */
export async function convertedStatus(
  context: ActionContext,
  wanted: string | undefined,
): Promise<string> {
  const { records } = await context.reader.query(
    soql.select({
      from: 'LeadStatus',
      fields: ['MasterLabel', 'IsDefault'],
      where: soql.eq('IsConverted', true),
      orderBy: [{ field: 'SortOrder' }],
    }),
  );
  const labels = records.map(({ MasterLabel }) => String(MasterLabel));
  const found =
    wanted === undefined
      ? labels[0]
      : labels.find(label => label.toLowerCase() === wanted.toLowerCase());
  return (
    found ??
    context.resolver.refuse([
      {
        path: 'status',
        code: 'unknown_name',
        message:
          labels.length === 0
            ? 'The org has no status for converted leads'
            : `“${wanted}” is no status of converted leads`,
        candidates: labels.map(label => ({ value: label, label })),
      },
    ])
  );
}

/** The account that was named, or that has the name of the company; undefined for a new one. */
export async function accountOf(options: {
  context: ActionContext;
  rights: PersonalRights;
  company: string;
  input: { account?: string; matchAccount: boolean };
}): Promise<NamedRecord | undefined> {
  const { context, rights, company, input } = options;
  const object = await context.reader.describe('Account');
  if (input.account !== undefined) {
    return findVisibleRecord({
      context,
      rights,
      object,
      record: input.account,
      path: 'account',
    });
  }
  if (!input.matchAccount) return undefined;
  const named = await accountsNamed({ context, rights, company });
  if (named.length > 1) {
    return context.resolver.refuse([
      {
        path: 'account',
        code: 'ambiguous_name',
        message: `There are several accounts "${company}". Which one?`,
        candidates: named.map(id => ({
          value: id,
          label: company,
          detail: id,
        })),
      },
    ]);
  }
  return named.length === 1
    ? { object, id: named[0], label: company }
    : undefined;
}

async function accountsNamed(options: {
  context: ActionContext;
  rights: PersonalRights;
  company: string;
}): Promise<string[]> {
  const { context, rights, company } = options;
  const { records } = await context.reader.query(
    soql.select({
      from: 'Account',
      fields: ['Id'],
      where: soql.eq('Name', company),
      orderBy: [{ field: 'Id' }],
      limit: 10,
    }),
  );
  const ids = records.map(({ Id }) => String(Id));
  const visible = await rights.facts.visibleRecords(ids);
  return ids.filter(id => visible.has(id));
}

/** Says where a second account of the same name would come into being. */
export async function sameNamed(options: {
  context: ActionContext;
  rights: PersonalRights;
  company: string;
}): Promise<string[]> {
  const [id] = await accountsNamed(options);
  return id === undefined
    ? []
    : [
        `There is an account "${
          options.company
        }" already, and a second one would be created: ${options.context.recordUrl(
          'Account',
          id,
        )}`,
      ];
}

/** The contact that was named; undefined for a new one. */
export async function contactOf(options: {
  context: ActionContext;
  rights: PersonalRights;
  account: NamedRecord | undefined;
  input: { contact?: string };
}): Promise<NamedRecord | undefined> {
  const { context, rights, account, input } = options;
  if (input.contact === undefined) return undefined;
  const found = await findVisibleRecord({
    context,
    rights,
    object: await context.reader.describe('Contact'),
    record: input.contact,
    path: 'contact',
  });
  const [contact] = await context.reader.retrieve({
    object: 'Contact',
    ids: [found.id],
    fields: ['AccountId'],
  });
  if (!account || contact?.AccountId !== account.id) {
    context.resolver.refuse([
      {
        path: 'contact',
        code: 'invalid_input',
        message: account
          ? `${found.label} is no contact of ${account.label}`
          : 'Name the account of the contact too',
      },
    ]);
  }
  return found;
}

/** Queues own leads, but nothing that comes of them. */
export function requireOwner(options: {
  context: ActionContext;
  lead: Lead;
  owner: { name: string; isActive: boolean } | undefined;
}): void {
  const { context, lead, owner } = options;
  const refuse = (message: string) =>
    context.resolver.refuse([
      { path: 'owner', code: 'invalid_input', message },
    ]);
  if (owner && !owner.isActive) refuse(`${owner.name} is inactive`);
  if (!owner && lead.ownerId.startsWith('00G')) {
    refuse(
      `The lead belongs to the queue ${lead.ownerName}; say who is to own what it becomes`,
    );
  }
}

/** Refuses where the person may not create what the lead becomes. */
export async function requireCreatable(options: {
  context: ActionContext;
  rights: PersonalRights;
  objects: string[];
}): Promise<void> {
  const { context, rights, objects } = options;
  for (const name of objects) {
    await writableObject({
      context,
      rights,
      object: await context.reader.describe(name),
      path: 'lead',
      right: 'create',
    });
  }
}
