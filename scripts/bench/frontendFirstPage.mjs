import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../lib/buildApp.mjs';
import { inRepository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';
import { firstPage } from './lib/firstPage.mjs';

const plugin = '@salesdesk/backstage-plugin-salesforce';

/**
 * The demo's app is built twice, with the plugin and without it, and the same
 * address is opened in a browser: what comes over the wire as script and style
 * until the page stands, compressed as a server compresses it. The difference is
 * what a company's portal loads more because of the plugin.
 */
export const frontendFirstPage = {
  name: 'frontend_first_page_kb',
  title:
    'gzip KB that the plugin adds to the first page that shows it (scripts and styles)',
  run: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'salesdesk-build-'));
    const log = join(directory, 'build.log');
    try {
      await buildWithout({ directory, log });
      const without = await firstPage({ until: 'text=/not found|404/i', log });
      // builds anew, for the sources of what stands there are another matter
      await buildApp({ log });
      const withPlugin = await firstPage({
        until: 'text=Request by form',
        log,
      });
      return {
        value: (withPlugin.bytes - without.bytes) / 1024,
        unit: 'KB',
        goal: 150,
        notes: {
          withPlugin: Math.round(withPlugin.bytes / 1024),
          without: Math.round(without.bytes / 1024),
          files: withPlugin.files - without.files,
          editorLoaded: withPlugin.texts.some(text =>
            text.includes('cm-content'),
          ),
        },
      };
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

async function buildWithout({ directory, log }) {
  const config = join(directory, 'without.yaml');
  writeFileSync(
    config,
    JSON.stringify({ app: { packages: { exclude: [plugin] } } }),
  );
  // The stamp goes with the folder that it stands in.
  rmSync(inRepository('packages/app/dist'), { recursive: true, force: true });
  await run({
    command: 'backstage-cli',
    args: [
      'package',
      'build',
      ...['--config', inRepository('app-config.yaml')],
      ...['--config', config],
    ],
    cwd: inRepository('packages/app'),
    log,
  });
}
