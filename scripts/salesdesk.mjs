#!/usr/bin/env node
// What `npm start`, `npm test`, `npm run bench` and `npm run soak` call. It
// needs Node 20 and npm, nothing else: it brings the Node that Backstage wants, installs what is
// missing, and hands over to scripts/commands/<command>.mjs.

import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { ensureNode } from './lib/ensureNode.mjs';
import { handOver } from './lib/handOver.mjs';
import { failWith } from './lib/failWith.mjs';

const COMMANDS = [
  'start',
  'test',
  'bench',
  'scenarios',
  'soak',
  'mutate',
  'pack',
  'yarn',
];

const [command, ...args] = process.argv.slice(2);

if (!COMMANDS.includes(command)) {
  failWith(
    `Say what to do, one of: ${COMMANDS.join(', ')}. For example: npm start`,
  );
} else {
  try {
    const nodeBin = await ensureNode();
    if (command !== 'yarn') {
      await ensureInstalled(nodeBin);
    }
    process.exitCode = await handOver({ nodeBin, command, args });
  } catch (error) {
    failWith(error.message);
  }
}
