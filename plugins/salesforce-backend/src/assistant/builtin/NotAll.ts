import type { ProposedDraft } from '@salesdesk/backstage-plugin-salesforce-node';

/** Some of the words were not understood; without them it would be these drafts. */
export class NotAll {
  constructor(readonly words: string[], readonly drafts: ProposedDraft[]) {}
}
