import type { OrgRow } from '../database/tables';
import type { OutboxMessage } from '../outbox';

/** To the owners of an org whose login has to be set up. */
export function setUpWantedMessages(options: {
  org: Pick<OrgRow, 'id' | 'title'>;
  owners: string[];
  /** Who added the org, or named the owners: they know. */
  actor: string;
}): OutboxMessage[] {
  const { org, actor } = options;
  const recipients = options.owners.filter(ref => ref !== actor);
  if (recipients.length === 0) return [];
  return [
    {
      kind: 'notification',
      recipients,
      except: [actor],
      title: `Your help is needed to connect "${org.title}"`,
      description:
        'You own this Salesforce org at the portal. Set up its login; each step says what to click in Salesforce.',
      link: `/salesforce/admin/orgs/${org.id}/setup`,
      severity: 'normal',
      topic: 'salesforce',
      scope: `salesforce:set-up:${org.id}`,
    },
  ];
}
