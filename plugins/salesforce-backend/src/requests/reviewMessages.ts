import type { RequestRow } from '../database/tables';
import { PERMISSION_KEY } from '../domain/approval';
import { reviewWantedMessages } from '../inbox/messages';
import type { OutboxMessage } from '../outbox/Outbox';
import { storedDecision } from './storedDecision';

/**
 * Tells those whose review is wanted. Who holds the permission cannot be
 * listed, so where anybody with the permission may review, the owners of the
 * org are told.
 */
export function reviewMessages(options: {
  request: Pick<
    RequestRow,
    'id' | 'number' | 'title' | 'requester_ref' | 'reason' | 'decision'
  >;
  keys: readonly string[];
  excludedRefs: readonly string[];
  reminder?: boolean;
}): OutboxMessage[] {
  const { requesterName, orgOwnerRefs } = storedDecision(options.request);
  const reviewers = options.keys.flatMap(key =>
    key === PERMISSION_KEY ? orgOwnerRefs : [key],
  );
  return reviewWantedMessages({
    request: options.request,
    requesterName,
    reviewers: [...new Set(reviewers)],
    // Of the names of a person, notifications know the entity ref.
    except: options.excludedRefs.filter(ref => ref.startsWith('user:')),
    ...(options.reminder ? { reminder: true } : {}),
  });
}
