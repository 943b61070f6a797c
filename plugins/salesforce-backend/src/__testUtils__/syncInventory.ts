import type { TestPlugin } from './startTestPlugin';

/** Reads the whole org into the inventory, and waits for it. */
export async function syncInventory(
  plugin: TestPlugin,
  as = 'sam.okafor',
): Promise<void> {
  const started = await plugin
    .call('post', '/inventory/acme/syncs', { as })
    .send({ mode: 'full' });
  const path = `/inventory/acme/syncs/${started.body.id}`;
  const deadline = Date.now() + 30_000;
  for (;;) {
    const { body } = await plugin.call('get', path, { as });
    if (body.state === 'succeeded') return;
    if (Date.now() > deadline || body.problem) {
      throw new Error(`The sync is ${body.state}: ${body.problem}`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
