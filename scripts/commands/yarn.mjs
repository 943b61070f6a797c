// `npm run yarn -- add luxon`: the committed yarn under the right Node.

import { run } from '../lib/run.mjs';
import { yarnRelease } from '../lib/repository.mjs';

process.exitCode = await run({
  command: process.execPath,
  args: [yarnRelease, ...process.argv.slice(2)],
  check: false,
});
