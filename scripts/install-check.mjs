// Walks the path of an integrator: packs the plugins, creates a new Backstage
// app outside of this workspace, does to it what docs/install.md says, and
// looks whether the plugins work there. Called by `npm test -- --only install`.

import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBackend } from './lib/install/checkBackend.mjs';
import { checkFrontend } from './lib/install/checkFrontend.mjs';
import { createNewApp } from './lib/install/createNewApp.mjs';
import { followGuide } from './lib/install/followGuide.mjs';
import { packPlugins } from './lib/install/packPlugins.mjs';

const directory = mkdtempSync(join(tmpdir(), 'salesdesk-install-'));
try {
  const packed = await timed('Packing the plugins', () =>
    packPlugins({ into: join(directory, 'packages') }),
  );
  const app = await timed('Creating a Backstage app', () =>
    createNewApp({ directory }),
  );
  await timed('Adding the plugins as docs/install.md says', () =>
    followGuide({ app, packed }),
  );
  await timed('Starting its backend', () => checkBackend({ app }));
  await timed('Building its frontend', () => checkFrontend({ app }));
  console.log('The plugins work in a new Backstage app');
} finally {
  // Hundreds of thousands of files: rm is many times faster than Node here.
  execFileSync('rm', ['-rf', directory]);
}

async function timed(what, work) {
  const started = Date.now();
  console.log(`${what} ...`);
  const result = await work();
  console.log(`  ${Math.round((Date.now() - started) / 1000)} s`);
  return result;
}
