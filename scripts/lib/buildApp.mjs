import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from './repository.mjs';
import { run } from './run.mjs';

const SOURCES = [
  'packages/app/src',
  'packages/app/public',
  'plugins/salesforce/src',
  'plugins/salesforce-common/src',
];
const STAMP = inRepository('packages/app/dist/.salesdesk-sources');

/** Builds the frontend for the backend to serve, unless that is done already. */
export async function buildApp({ log }) {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
    return;
  }
  await run({
    command: 'backstage-cli',
    args: ['package', 'build'],
    cwd: inRepository('packages/app'),
    log,
  });
  writeFileSync(STAMP, wanted);
}

function fingerprint() {
  const hash = createHash('sha256').update(
    readFileSync(inRepository('yarn.lock')),
  );
  for (const source of SOURCES) {
    const directory = inRepository(source);
    const files = readdirSync(directory, {
      recursive: true,
      withFileTypes: true,
    })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) {
      hash.update(file).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}
