import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { inRepository, yarnRelease } from '../repository.mjs';
import { run } from '../run.mjs';

// The release of Backstage that the plugins are made for: 1.55, and a day on
// which it was the newest. A new app asks for each of a hundred packages "in
// this version or a newer one". Some of those that came with 1.56 do not work
// beside the rest of 1.55, so that a new app could not even show its sidebar.
const CREATE_APP = '@backstage/create-app@0.9.2';
const RELEASE_DAY = '2026-11-10T00:00:00Z';

/**
 * Creates a Backstage app from the stock template.
 *
 * Our yarn.lock and resolutions go with it, and nothing that is newer than the
 * release, so that the check fails for what we changed, and not for what
 * somebody published last night.
 *
 * @returns its directory, and the environment in which `yarn` works
 */
export async function createNewApp({ directory }) {
  // create-app asks for a `yarn` on the path.
  const bin = join(directory, 'bin');
  mkdirSync(bin, { recursive: true });
  const yarn = join(bin, 'yarn');
  writeFileSync(yarn, `#!/bin/sh\nexec node "${yarnRelease}" "$@"\n`);
  chmodSync(yarn, 0o755);

  const app = join(directory, 'portal');
  const env = {
    ...process.env,
    PATH: [bin, process.env.PATH].join(delimiter),
    BACKSTAGE_APP_NAME: 'portal',
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
  };
  await run({
    command: 'npx',
    args: ['--yes', CREATE_APP, '--path', app, '--skip-install'],
    cwd: directory,
    env,
  });

  copyFileSync(inRepository('yarn.lock'), join(app, 'yarn.lock'));
  writeFileSync(join(app, '.yarnrc.yml'), yarnConfigAsOf(RELEASE_DAY));
  const manifestFile = join(app, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const ours = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'));
  manifest.resolutions = { ...manifest.resolutions, ...ours.resolutions };
  writeFileSync(manifestFile, JSON.stringify(manifest, undefined, 2));

  return { directory: app, env };
}

/** Our configuration of yarn, with packages as old as the day or older. */
function yarnConfigAsOf(day) {
  const minutes = Math.ceil((Date.now() - Date.parse(day)) / 60_000);
  const config = readFileSync(inRepository('.yarnrc.yml'), 'utf8')
    .replace(/^npmMinimalAgeGate:.*\n/m, '')
    .replace(/^npmPreapprovedPackages:.*\n(?: .*\n|\n)*/m, '');
  return `${config.trimEnd()}\nnpmMinimalAgeGate: ${minutes}m\n`;
}
