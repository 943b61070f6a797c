import type { Risk } from '@salesdesk/backstage-plugin-salesforce-common';

const risks = ['low', 'medium', 'high', 'critical'] as const satisfies Risk[];

/** The risk as a number that sorts: 0 is low, 3 is critical. */
export function riskRank(risk: Risk): number {
  return risks.indexOf(risk);
}

/** The risk of a rank. Unknown ranks read as critical. */
export function riskOfRank(rank: number): Risk {
  return risks[rank] ?? 'critical';
}
