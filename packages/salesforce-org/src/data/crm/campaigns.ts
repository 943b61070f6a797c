import type { DraftRow } from '../../core/types';
import type { LoadContext } from '../LoadContext';

const names = [
  ['Hannover Fair', 'Trade Show', 'Completed'],
  ['Spring Webinar Series', 'Webinar', 'Completed'],
  ['Customer Summit', 'Conference', 'In Progress'],
  ['Renewal Mailing', 'Email', 'In Progress'],
  ['Partner Roadshow', 'Partners', 'Planned'],
  ['Referral Program', 'Referral Program', 'In Progress'],
] as const;

/** Loads campaigns with contacts as members. */
export function loadCampaigns(
  { org, random, time }: LoadContext,
  options: {
    ownerIds: readonly string[];
    contacts: readonly { id: string }[];
    membersEach: number;
  },
): void {
  const { ownerIds, contacts, membersEach } = options;
  const ids = org.store.load(
    'Campaign',
    names.map(
      ([name, type, status], index): DraftRow => ({
        Name: name,
        Type: type,
        Status: status,
        IsActive: status !== 'Completed',
        StartDate: time.date(-160 + index * 45),
        EndDate: time.date(-130 + index * 45),
        BudgetedCost: random.integer(5, 80) * 1000,
        ExpectedRevenue: random.integer(50, 900) * 1000,
        OwnerId: random.pick(ownerIds),
        CreatedDate: time.datetime(-200),
      }),
    ),
  );
  org.store.load(
    'CampaignMember',
    ids.flatMap(campaignId =>
      random.sample(contacts, membersEach).map(({ id }) => ({
        CampaignId: campaignId,
        ContactId: id,
        Status: random.pick(['Sent', 'Sent', 'Responded']),
        CreatedDate: time.datetime(-random.integer(5, 150)),
      })),
    ),
  );
}
