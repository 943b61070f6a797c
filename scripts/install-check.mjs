// Walks the path of an integrator: packs the plugins, creates a new Backstage
// app outside of this workspace, does to it what docs/install.md says, and
// looks whether the plugins work there. Called by `npm test -- --only install`.

import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFrontend } from './lib/install/buildFrontend.mjs';
import { checkApi } from './lib/install/checkApi.mjs';
import { checkPages } from './lib/install/checkPages.mjs';
import { createNewApp } from './lib/install/createNewApp.mjs';
import { followGuide } from './lib/install/followGuide.mjs';
import { packPlugins } from './lib/install/packPlugins.mjs';
import { startNewApp } from './lib/install/startNewApp.mjs';

const directory = mkdtempSync(join(tmpdir(), 'salesdesk-install-'));
try {
  const [packed, app] = await timed(
    'Packing the plugins, and creating a Backstage app',
    () =>
      Promise.all([
        packPlugins({ into: join(directory, 'packages') }),
        createNewApp({ directory }),
      ]),
  );
  await timed('Adding the plugins as docs/install.md says', () =>
    followGuide({ app, packed }),
  );
  await timed('Building its frontend', () => buildFrontend({ app }));
  const portal = await timed('Starting it', () => startNewApp({ app }));
  try {
    await timed('Asking its API', () => checkApi({ portal }));
    await timed('Opening its Salesforce pages', () => checkPages({ portal }));
  } finally {
    await portal.end();
  }
  console.log('The plugins work in a new Backstage app');
} finally {
  // Hundreds of thousands of files: that takes a while, and nobody waits for it.
  spawn('rm', ['-rf', directory], { detached: true, stdio: 'ignore' }).unref();
}

async function timed(what, work) {
  const started = Date.now();
  console.log(`${what} ...`);
  const result = await work();
  console.log(`  ${Math.round((Date.now() - started) / 1000)} s`);
  return result;
}
