import type { CallContext, OrgServices, Row } from '../../core/types';
import { accessRefusal, integrityRefusal, refusal } from '../refusals';
import { idOf, textOf } from '../textOf';

/** What SOAP's convertLead() is told. Ids are 18 characters long. */
export interface LeadConversion {
  readonly leadId: string;
  /** A status that counts as converted; see LeadStatus. */
  readonly convertedStatus: string;
  /** Merges into this account instead of making one. */
  readonly accountId?: string;
  /** Merges into this contact of the account; needs accountId. */
  readonly contactId?: string;
  /** Needed when a queue owns the lead. */
  readonly ownerId?: string;
  readonly doNotCreateOpportunity?: boolean;
  /** Default: the company of the lead. */
  readonly opportunityName?: string;
  readonly overwriteLeadSource?: boolean;
  readonly sendNotificationEmail?: boolean;
}

/** What became of a lead. */
export interface LeadConversionResult {
  readonly leadId: string;
  readonly accountId: string;
  readonly contactId: string;
  readonly opportunityId: string | null;
}

/** How far in the future the opportunity of a conversion closes. */
const CLOSE_AFTER_DAYS = 90;

/**
 * Converts a lead into an account, a contact and, unless told otherwise, an
 * opportunity, all or nothing and with the rights of the caller. Throws
 * SalesforceError. The lead stays as read-only history.
 */
export function convertLead(options: {
  org: OrgServices;
  ctx: CallContext;
  conversion: LeadConversion;
}): LeadConversionResult {
  const { org, ctx, conversion } = options;
  return org.dml.transaction(ctx, () => {
    const lead = requireConvertible(options);
    const ownerId = conversion.ownerId ?? textOf(lead.OwnerId);
    const accountId =
      conversion.accountId ?? createAccount(options, lead, ownerId);
    const contactId = conversion.contactId
      ? completeContact(options, lead, conversion.contactId)
      : createContact(options, lead, { ownerId, accountId });
    const opportunityId = conversion.doNotCreateOpportunity
      ? null
      : createOpportunity(options, lead, { ownerId, accountId });
    org.dml.update(
      org.systemContext({ userId: ctx.userId, clientName: ctx.clientName }),
      'Lead',
      lead.Id,
      {
        Status: conversion.convertedStatus,
        IsConverted: true,
        ConvertedDate: org.clock.timestamp().slice(0, 10),
        ConvertedAccountId: accountId,
        ConvertedContactId: contactId,
        ConvertedOpportunityId: opportunityId,
        OwnerId: ownerId,
        IsUnreadByOwner: false,
      },
    );
    if (conversion.sendNotificationEmail) {
      org.journal.append(ctx, {
        kind: 'email',
        object: 'User',
        id: ownerId,
        after: { template: 'leadConverted', leadId: lead.Id },
      });
    }
    return { leadId: lead.Id, accountId, contactId, opportunityId };
  });
}

interface ConversionOptions {
  readonly org: OrgServices;
  readonly ctx: CallContext;
  readonly conversion: LeadConversion;
}

function requireConvertible(options: ConversionOptions): Row {
  const { org, ctx, conversion } = options;
  const object = org.schema.require('Lead');
  const lead = org.store.get('Lead', conversion.leadId);
  if (
    !lead ||
    lead.IsDeleted === true ||
    !(ctx.systemMode || org.access.canReadRow(ctx, object, lead))
  ) {
    throw refusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  }
  const mayConvert =
    ctx.systemMode ||
    (org.access.hasSystemPermission(ctx, 'ConvertLeads') &&
      org.access.canEditRow(ctx, object, lead));
  if (!mayConvert) {
    throw accessRefusal();
  }
  if (lead.IsConverted === true) {
    throw refusal(
      'CANNOT_UPDATE_CONVERTED_LEAD',
      'cannot reference converted lead',
    );
  }
  const status = org.store.findBy(
    'LeadStatus',
    'MasterLabel',
    conversion.convertedStatus,
  )[0];
  if (status?.IsConverted !== true) {
    throw refusal(
      'INVALID_STATUS',
      `invalid convertedStatus: ${conversion.convertedStatus}`,
      ['convertedStatus'],
    );
  }
  if (!conversion.ownerId && org.store.get('Group', textOf(lead.OwnerId))) {
    throw integrityRefusal(
      'Converted objects can only be owned by users.  If the lead is not owned by a user, you must specify a user for the Owner field.',
      ['ownerId'],
    );
  }
  requireTargets(options);
  return lead;
}

function requireTargets({ org, ctx, conversion }: ConversionOptions): void {
  const { accountId, contactId } = conversion;
  const account = accountId ? org.store.get('Account', accountId) : undefined;
  if (accountId) {
    const visible =
      account &&
      account.IsDeleted !== true &&
      (ctx.systemMode ||
        org.access.canReadRow(ctx, org.schema.require('Account'), account));
    if (!visible) {
      throw refusal(
        'INVALID_CROSS_REFERENCE_KEY',
        'invalid cross reference id',
        ['accountId'],
      );
    }
  }
  if (contactId) {
    const contact = org.store.get('Contact', contactId);
    if (!accountId || !contact || contact.AccountId !== accountId) {
      throw integrityRefusal(
        'The contact must belong to the account that is given',
        ['contactId'],
      );
    }
  }
}

function createAccount(
  { org, ctx }: ConversionOptions,
  lead: Row,
  ownerId: string,
): string {
  return org.dml.insert(ctx, 'Account', {
    ...present(lead, {
      Company: 'Name',
      Phone: 'Phone',
      Fax: 'Fax',
      Website: 'Website',
      Industry: 'Industry',
      Rating: 'Rating',
      AnnualRevenue: 'AnnualRevenue',
      NumberOfEmployees: 'NumberOfEmployees',
      LeadSource: 'AccountSource',
      Street: 'BillingStreet',
      City: 'BillingCity',
      State: 'BillingState',
      PostalCode: 'BillingPostalCode',
      Country: 'BillingCountry',
    }),
    OwnerId: ownerId,
  });
}

const contactFields: Readonly<Record<string, string>> = {
  Salutation: 'Salutation',
  FirstName: 'FirstName',
  LastName: 'LastName',
  Title: 'Title',
  Email: 'Email',
  Phone: 'Phone',
  MobilePhone: 'MobilePhone',
  LeadSource: 'LeadSource',
  Street: 'MailingStreet',
  City: 'MailingCity',
  State: 'MailingState',
  PostalCode: 'MailingPostalCode',
  Country: 'MailingCountry',
};

function createContact(
  { org, ctx }: ConversionOptions,
  lead: Row,
  relations: { ownerId: string; accountId: string },
): string {
  return org.dml.insert(ctx, 'Contact', {
    ...present(lead, contactFields),
    AccountId: relations.accountId,
    OwnerId: relations.ownerId,
  });
}

/** Merging fills in what the contact lacks and overwrites nothing. */
function completeContact(
  { org, ctx, conversion }: ConversionOptions,
  lead: Row,
  contactId: string,
): string {
  const contact = org.store.get('Contact', contactId);
  const fields = Object.fromEntries(
    Object.entries(present(lead, contactFields)).filter(
      ([field]) =>
        !idOf(contact?.[field]) ||
        (field === 'LeadSource' && conversion.overwriteLeadSource),
    ),
  );
  if (Object.keys(fields).length > 0) {
    org.dml.update(ctx, 'Contact', contactId, fields);
  }
  return contactId;
}

function createOpportunity(
  { org, ctx, conversion }: ConversionOptions,
  lead: Row,
  relations: { ownerId: string; accountId: string },
): string {
  const [stage] = [...org.store.all('OpportunityStage')].sort(
    (left, right) => Number(left.SortOrder) - Number(right.SortOrder),
  );
  const close = new Date(
    org.clock.now() + CLOSE_AFTER_DAYS * 24 * 60 * 60 * 1000,
  );
  return org.dml.insert(ctx, 'Opportunity', {
    Name: conversion.opportunityName || textOf(lead.Company),
    StageName: textOf(stage?.MasterLabel) || 'Prospecting',
    CloseDate: close.toISOString().slice(0, 10),
    ...present(lead, { LeadSource: 'LeadSource' }),
    AccountId: relations.accountId,
    OwnerId: relations.ownerId,
  });
}

/** The fields of a lead that have a value, under their names elsewhere. */
function present(
  lead: Row,
  names: Readonly<Record<string, string>>,
): Record<string, string | number | boolean> {
  const values: Record<string, string | number | boolean> = {};
  for (const [from, to] of Object.entries(names)) {
    const value = lead[from];
    if (value !== null && value !== undefined && value !== '') {
      values[to] = value;
    }
  }
  return values;
}
