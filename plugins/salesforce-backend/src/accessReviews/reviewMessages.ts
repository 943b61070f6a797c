import type { AccessReviewRow } from '../database/tables';
import type { OutboxMessage } from '../outbox';

/** Tells people of a review; nobody is told where nobody is named. Pure. */
export function reviewMessages(options: {
  review: Pick<AccessReviewRow, 'id' | 'title' | 'due_at'>;
  recipients: string[];
  what: string;
  description?: string;
  severity?: 'normal' | 'high';
}): OutboxMessage[] {
  const { review, what, severity = 'normal' } = options;
  const recipients = [...new Set(options.recipients)];
  if (recipients.length === 0) return [];
  return [
    {
      kind: 'notification',
      recipients,
      title: `"${review.title}" ${what}`,
      description:
        options.description ?? `Due on ${review.due_at.slice(0, 10)}`,
      link: `/salesforce/reviews/${review.id}`,
      severity,
      topic: 'salesforce-access-review',
      scope: `access-review:${review.id}`,
    },
  ];
}
