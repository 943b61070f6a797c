import type { DraftRow } from '../../core/types';
import { leadSources } from '../../schema/objects/picklists';
import { openStageNames } from '../foundation/picklistRows';
import type { LoadContext } from '../LoadContext';
import type { AccountRef } from './contactsAndLeads';

const subjects = ['Platform', 'Renewal', 'Expansion', 'Pilot', 'Services'];

/** Probability and forecast category by stage, as the stages say. */
const outcomes: Readonly<Record<string, readonly [number, string]>> = {
  Prospecting: [10, 'Pipeline'],
  Qualification: [10, 'Pipeline'],
  'Needs Analysis': [20, 'Pipeline'],
  'Value Proposition': [50, 'Pipeline'],
  'Id. Decision Makers': [60, 'Pipeline'],
  'Perception Analysis': [70, 'Pipeline'],
  'Proposal/Price Quote': [75, 'Pipeline'],
  'Negotiation/Review': [90, 'Pipeline'],
  'Closed Won': [100, 'Closed'],
  'Closed Lost': [0, 'Omitted'],
};

/** An opportunity that is open and closes within the coming two quarters. */
export function openOpportunity(
  context: LoadContext,
  options: { account: AccountRef; ownerId: string; index: number },
): DraftRow {
  const { random, time } = context;
  const { index } = options;
  // Every fifth closes this month and every other fifth this quarter, so that
  // there is something to see whatever day it is.
  const latest =
    [time.daysLeftInMonth, time.daysLeftInQuarter(0)][index % 5] ??
    time.daysLeftInQuarter(2);
  const earliest = index % 5 < 2 ? 0 : 1;
  return {
    ...opportunityRow(context, {
      ...options,
      stage: openStageNames[index % openStageNames.length],
    }),
    CloseDate: time.date(random.integer(earliest, Math.max(earliest, latest))),
    NextStep: random.pick(['Call', 'Send proposal', 'Legal review', null]),
  };
}

/** An opportunity that was won or lost in the last year and a half. */
export function closedOpportunity(
  context: LoadContext,
  options: { account: AccountRef; ownerId: string; index: number },
): DraftRow {
  const { random, time } = context;
  return {
    ...opportunityRow(context, {
      ...options,
      stage: options.index % 5 < 3 ? 'Closed Won' : 'Closed Lost',
    }),
    CloseDate: time.date(-random.integer(1, 540)),
  };
}

function opportunityRow(
  { random, time }: LoadContext,
  options: {
    account: AccountRef;
    ownerId: string;
    stage: string;
    index: number;
  },
): DraftRow {
  const { account, ownerId, stage } = options;
  const [probability, category] = outcomes[stage];
  return {
    Name: `${account.name} - ${random.pick(subjects)}`.slice(0, 120),
    AccountId: account.id,
    OwnerId: ownerId,
    StageName: stage,
    Probability: probability,
    ForecastCategoryName: category,
    Amount: random.chance(0.96) ? random.integer(4, 900) * 500 : null,
    Type: random.pick(['New Customer', 'Existing Customer - Upgrade', null]),
    LeadSource: random.pick(leadSources),
    Risk__c: random.pick(['Low', 'Low', 'Medium', 'High', null]),
    Renewal_Date__c: random.chance(0.5)
      ? time.date(random.integer(30, 700))
      : null,
    CreatedDate: time.datetime(-20 - random.next() * 500),
  };
}
