import { lastLines } from '../lastLines.mjs';
import { run } from '../run.mjs';

/** An integrator's path: the packed plugins in a new Backstage app. */
export const installStep = {
  name: 'install',
  title: 'The packed plugins in a freshly created Backstage app',
  // It waits for downloads and for one process after the other, and the soak
  // for processes that it ended.
  beside: true,
  async run({ log }) {
    const code = await run({
      command: process.execPath,
      args: ['scripts/install-check.mjs'],
      log,
      check: false,
    });
    return code === 0
      ? { passed: 1, failed: 0, problems: [] }
      : { passed: 0, failed: 1, problems: [lastLines({ log })] };
  },
};
