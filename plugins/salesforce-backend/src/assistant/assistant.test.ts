import { TestPlugin } from '../__testUtils__/startTestPlugin';

describe('conversations with the assistant', () => {
  let plugin: TestPlugin;

  beforeAll(async () => {
    plugin = await TestPlugin.start();
  }, 60_000);

  afterAll(() => plugin.stop());

  it('are of one person alone, and can be deleted', async () => {
    const asked = await plugin
      .call('post', '/assistant/ask', { as: 'erin.walsh' })
      .send({ text: 'help' });
    expect(asked.status).toBe(200);
    const { id, turns } = asked.body;
    expect(turns).toEqual([
      expect.objectContaining({ text: 'help', state: 'done' }),
    ]);
    const path = `/assistant/conversations/${id}`;
    expect((await plugin.call('get', path, { as: 'sam.okafor' })).status).toBe(
      404,
    );
    expect((await plugin.call('get', path)).body.title).toBe('help');
    expect((await plugin.call('delete', path)).status).toBe(204);
    expect((await plugin.call('get', path)).status).toBe(404);
  });

  it('count days where the person is', async () => {
    const untilIn = async (timeZone: string) => {
      const { body, status } = await plugin
        .call('post', '/assistant/ask', { as: 'sam.okafor' })
        .send({ text: 'Freeze marco@acme.com until tomorrow', timeZone });
      if (status !== 200) return status;
      const [{ blocks }] = body.turns;
      const [draft] = blocks.flatMap(
        (block: { drafts?: unknown[] }) => block.drafts ?? [],
      );
      return draft.input.until;
    };
    // there are 25 hours between them: never the same day
    const [east, west] = [
      await untilIn('Pacific/Kiritimati'),
      await untilIn('Pacific/Niue'),
    ];
    expect(east > west).toBe(true);
    expect(await untilIn('Middle/Earth')).toBe(400);
  });
});
