import type { ObjectRules, OrgServices, Row } from '../../core/types';
import { integrityRefusal, refusal } from '../refusals';
import { idOf, numberOf, textOf } from '../textOf';

function membersOf(org: OrgServices, campaign: Row): readonly Row[] {
  return org.store.findBy('CampaignMember', 'CampaignId', campaign.Id);
}

function opportunitiesOf(org: OrgServices, campaign: Row): readonly Row[] {
  return org.store.findBy('Opportunity', 'CampaignId', campaign.Id);
}

function sumOfAmounts(opportunities: readonly Row[]): number {
  return opportunities.reduce(
    (sum, { Amount }) => sum + (numberOf(Amount) ?? 0),
    0,
  );
}

/** Campaigns count their members and what came of them. */
export const campaignRules: ObjectRules = {
  object: 'Campaign',

  derived: {
    NumberOfLeads: (row, org) =>
      membersOf(org, row).filter(member => idOf(member.LeadId)).length,
    NumberOfConvertedLeads: (row, org) =>
      membersOf(org, row).filter(
        member =>
          org.store.get('Lead', textOf(member.LeadId))?.IsConverted === true,
      ).length,
    NumberOfContacts: (row, org) =>
      membersOf(org, row).filter(member => idOf(member.ContactId)).length,
    NumberOfResponses: (row, org) =>
      membersOf(org, row).filter(member => member.HasResponded === true).length,
    NumberOfOpportunities: (row, org) => opportunitiesOf(org, row).length,
    NumberOfWonOpportunities: (row, org) =>
      opportunitiesOf(org, row).filter(({ IsWon }) => IsWon === true).length,
    AmountAllOpportunities: (row, org) =>
      sumOfAmounts(opportunitiesOf(org, row)),
    AmountWonOpportunities: (row, org) =>
      sumOfAmounts(
        opportunitiesOf(org, row).filter(({ IsWon }) => IsWon === true),
      ),
  },
};

/** Members are leads or contacts, each once per campaign. */
export const campaignMemberRules: ObjectRules = {
  object: 'CampaignMember',

  defaults: () => ({ Status: 'Sent' }),

  stored: {
    HasResponded: row => row.Status === 'Responded',
    Type: row => (idOf(row.LeadId) ? 'Lead' : 'Contact'),
    LeadOrContactId: row => idOf(row.ContactId) ?? idOf(row.LeadId) ?? null,
    Name: (row, reader) =>
      textOf(
        (
          reader.get('Contact', textOf(row.ContactId)) ??
          reader.get('Lead', textOf(row.LeadId))
        )?.Name,
      ) || null,
  },

  beforeInsert({ row, tx }) {
    const personId = idOf(row.LeadId) ?? idOf(row.ContactId);
    if (!personId) {
      throw refusal(
        'REQUIRED_FIELD_MISSING',
        'Required fields are missing: [LeadId, ContactId]',
        ['LeadId', 'ContactId'],
      );
    }
    if (idOf(row.LeadId) && idOf(row.ContactId)) {
      throw integrityRefusal(
        'A campaign member is either a lead or a contact',
        ['LeadId', 'ContactId'],
      );
    }
    const has = tx
      .findBy('CampaignMember', 'CampaignId', textOf(row.CampaignId))
      .some(({ LeadId, ContactId }) => [LeadId, ContactId].includes(personId));
    if (has) {
      throw refusal('DUPLICATE_VALUE', 'Already a campaign member.');
    }
  },
};
