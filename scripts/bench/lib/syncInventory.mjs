import { setTimeout as delay } from 'node:timers/promises';

/** Syncs the org's inventory and waits until that is over. */
export async function syncInventory(
  admin,
  mode,
  { timeoutMilliseconds = 20 * 60_000, each = () => {} } = {},
) {
  const { id } = await admin.call('POST', '/inventory/acme/syncs', { mode });
  const end = Date.now() + timeoutMilliseconds;
  for (;;) {
    const sync = await admin.call('GET', `/inventory/acme/syncs/${id}`);
    each();
    if (sync.state === 'succeeded') return sync;
    if (sync.state === 'failed' || sync.problem || Date.now() > end) {
      throw new Error(`The sync is ${sync.state}: ${sync.problem}`);
    }
    // a portal asks once a second: asking much more often would be part of the work
    await delay(500);
  }
}
