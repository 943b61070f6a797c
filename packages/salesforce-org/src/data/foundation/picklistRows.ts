import type { DraftRow } from '../../core/types';
import type { LoadContext } from '../LoadContext';

const stages: readonly (readonly [string, number, string, string])[] = [
  ['Prospecting', 10, 'Pipeline', 'Pipeline'],
  ['Qualification', 10, 'Pipeline', 'Pipeline'],
  ['Needs Analysis', 20, 'Pipeline', 'Pipeline'],
  ['Value Proposition', 50, 'Pipeline', 'Pipeline'],
  ['Id. Decision Makers', 60, 'Pipeline', 'Pipeline'],
  ['Perception Analysis', 70, 'Pipeline', 'Pipeline'],
  ['Proposal/Price Quote', 75, 'Pipeline', 'Pipeline'],
  ['Negotiation/Review', 90, 'Pipeline', 'Pipeline'],
  ['Closed Won', 100, 'Closed', 'Closed'],
  ['Closed Lost', 0, 'Omitted', 'Omitted'],
];

/** Names of the stages of an opportunity, in order. */
export const stageNames: readonly string[] = stages.map(([name]) => name);

/** Names of the stages in which an opportunity is open. */
export const openStageNames: readonly string[] = stageNames.filter(
  name => !name.startsWith('Closed'),
);

interface Status {
  readonly name: string;
  readonly flag: boolean;
  readonly isDefault?: boolean;
}

const statuses: Readonly<
  Record<string, { flag: string; values: readonly Status[] }>
> = {
  LeadStatus: {
    flag: 'IsConverted',
    values: [
      { name: 'Open - Not Contacted', flag: false, isDefault: true },
      { name: 'Working - Contacted', flag: false },
      { name: 'Closed - Converted', flag: true },
      { name: 'Closed - Not Converted', flag: false },
    ],
  },
  CaseStatus: {
    flag: 'IsClosed',
    values: [
      { name: 'New', flag: false, isDefault: true },
      { name: 'Working', flag: false },
      { name: 'Escalated', flag: false },
      { name: 'Closed', flag: true },
    ],
  },
  TaskStatus: {
    flag: 'IsClosed',
    values: [
      { name: 'Not Started', flag: false, isDefault: true },
      { name: 'In Progress', flag: false },
      { name: 'Completed', flag: true },
      { name: 'Waiting on someone else', flag: false },
      { name: 'Deferred', flag: false },
    ],
  },
  TaskPriority: {
    flag: 'IsHighPriority',
    values: [
      { name: 'High', flag: true },
      { name: 'Normal', flag: false, isDefault: true },
      { name: 'Low', flag: false },
    ],
  },
};

const contractStatuses: readonly (readonly [string, string])[] = [
  ['Draft', 'Draft'],
  ['In Approval Process', 'InApproval'],
  ['Activated', 'Activated'],
];

/** The rows behind stages and statuses; rules read them, so they come first. */
export function loadPicklistRows({ org }: LoadContext): void {
  org.store.load(
    'OpportunityStage',
    stages.map(([name, probability, category, categoryName], index) => ({
      MasterLabel: name,
      ApiName: name,
      IsActive: true,
      SortOrder: index + 1,
      IsClosed: name.startsWith('Closed'),
      IsWon: name === 'Closed Won',
      ForecastCategory: category,
      ForecastCategoryName: categoryName,
      DefaultProbability: probability,
    })),
  );
  for (const [object, { flag, values }] of Object.entries(statuses)) {
    org.store.load(
      object,
      values.map(
        (status, index): DraftRow => ({
          MasterLabel: status.name,
          ApiName: status.name,
          SortOrder: index + 1,
          IsDefault: status.isDefault ?? false,
          [flag]: status.flag,
        }),
      ),
    );
  }
  org.store.load(
    'ContractStatus',
    contractStatuses.map(([name, code], index) => ({
      MasterLabel: name,
      ApiName: name,
      SortOrder: index + 1,
      IsDefault: index === 0,
      StatusCode: code,
    })),
  );
}
