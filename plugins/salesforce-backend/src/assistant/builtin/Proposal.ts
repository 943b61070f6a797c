import type { ProposedDraft } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Reading, Spoken } from './Reading';

/** A step that was understood: what is proposed, and who was spoken of. */
export interface Proposal {
  drafts: ProposedDraft[];
  people: Spoken[];
}

/** A draft about people, with the end and the reason that the step gives. */
export function proposal(options: {
  reading: Reading;
  action: string;
  people: Spoken[];
  input?: Record<string, unknown>;
  /** Whether the action knows an end. */
  until?: string;
}): Proposal {
  const { reading, action, people, input = {}, until } = options;
  return {
    people,
    drafts: [
      {
        action,
        input: {
          users: people.map(({ reference }) => reference),
          ...input,
          ...(until ? { until } : {}),
        },
        ...(reading.reason ? { reason: reading.reason } : {}),
      },
    ],
  };
}
