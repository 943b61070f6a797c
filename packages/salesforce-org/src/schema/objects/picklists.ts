/** Salesforce's standard picklist values that several objects share. */
export const leadSources = [
  'Web',
  'Phone Inquiry',
  'Partner Referral',
  'Purchased List',
  'Other',
];

export const ratings = ['Hot', 'Warm', 'Cold'];

export const industries = [
  'Agriculture',
  'Apparel',
  'Banking',
  'Biotechnology',
  'Chemicals',
  'Communications',
  'Construction',
  'Consulting',
  'Education',
  'Electronics',
  'Energy',
  'Engineering',
  'Entertainment',
  'Environmental',
  'Finance',
  'Food & Beverage',
  'Government',
  'Healthcare',
  'Hospitality',
  'Insurance',
  'Machinery',
  'Manufacturing',
  'Media',
  'Not For Profit',
  'Other',
  'Recreation',
  'Retail',
  'Shipping',
  'Technology',
  'Telecommunications',
  'Transportation',
  'Utilities',
];

export const opportunityStages = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Value Proposition',
  'Id. Decision Makers',
  'Perception Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
  'Closed Won',
  'Closed Lost',
];

export const forecastCategories = [
  { value: 'Omitted', label: 'Omitted' },
  { value: 'Pipeline', label: 'Pipeline' },
  { value: 'BestCase', label: 'Best Case' },
  { value: 'Forecast', label: 'Commit' },
  { value: 'Closed', label: 'Closed' },
];

export const leadStatuses = [
  { value: 'Open - Not Contacted', default: true },
  'Working - Contacted',
  'Closed - Converted',
  'Closed - Not Converted',
];

export const caseStatuses = [
  { value: 'New', default: true },
  'Working',
  'Escalated',
  'Closed',
];

export const taskStatuses = [
  { value: 'Not Started', default: true },
  'In Progress',
  'Completed',
  'Waiting on someone else',
  'Deferred',
];

export const taskPriorities = [
  'High',
  { value: 'Normal', default: true },
  'Low',
];
