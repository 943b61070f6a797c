import type { BeforeUpdateEvent, OrgServices } from '../../core/types';
import { textOf } from '../textOf';

/**
 * With the switch `emailChange: afterVerification`, a new e-mail address is
 * stored only once its owner has confirmed it; until then the old one stays.
 * Either way Salesforce mails the owner.
 */
export function holdBackEmail(event: BeforeUpdateEvent): void {
  const { ctx, org, tx, before, row } = event;
  if (!event.changed('Email') || !textOf(row.Email)) {
    return;
  }
  const email = textOf(row.Email);
  org.journal.append(ctx, {
    kind: 'email',
    object: 'User',
    id: before.Id,
    after: { template: 'emailChangeVerification', to: email },
  });
  if (org.switches.emailChange !== 'afterVerification' || ctx.systemMode) {
    return;
  }
  tx.findBy('PendingEmailChange', 'UserId', before.Id).forEach(pending =>
    tx.purge('PendingEmailChange', pending.Id),
  );
  tx.insert('PendingEmailChange', { UserId: before.Id, Email: email });
  row.Email = before.Email;
}

/**
 * The owner of a new address presses the link in the mail. Returns whether
 * there was an address to confirm.
 */
export function confirmEmailChange(options: {
  org: OrgServices;
  userId: string;
}): boolean {
  const { org, userId } = options;
  const [pending] = org.store.findBy('PendingEmailChange', 'UserId', userId);
  if (!pending) {
    return false;
  }
  const ctx = org.systemContext();
  org.dml.transaction(ctx, tx => {
    tx.purge('PendingEmailChange', pending.Id);
    org.dml.update(ctx, 'User', userId, { Email: textOf(pending.Email) });
  });
  return true;
}
