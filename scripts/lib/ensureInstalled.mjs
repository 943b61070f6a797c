import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { environmentWith } from './environmentWith.mjs';
import { inRepository, yarnRelease } from './repository.mjs';
import { run } from './run.mjs';

const STAMP = inRepository('.salesdesk', 'installed');

/**
 * Installs the dependencies, exactly as yarn.lock has them, when they are
 * missing or when a package.json or yarn.lock changed since the last time.
 */
export async function ensureInstalled(nodeBin) {
  const wanted = fingerprint(nodeBin);
  const installed =
    existsSync(inRepository('node_modules/.yarn-state.yml')) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === wanted;
  if (installed) {
    return;
  }

  console.log('Installing dependencies (a minute or two the first time) ...');
  mkdirSync(inRepository('.salesdesk'), { recursive: true });
  const log = inRepository('.salesdesk', 'install.log');
  rmSync(log, { force: true });
  const code = await run({
    command: join(nodeBin, 'node'),
    args: [yarnRelease, 'install', '--immutable'],
    env: environmentWith(nodeBin),
    log,
    check: false,
  });
  if (code !== 0) {
    throw new Error(
      `The dependencies could not be installed:\n\n${readFileSync(log, 'utf8')
        .trimEnd()
        .split('\n')
        .slice(-20)
        .join('\n')}`,
    );
  }
  writeFileSync(STAMP, wanted);
}

function fingerprint(nodeBin) {
  const hash = createHash('sha256').update(nodeBin);
  const workspaces = ['packages', 'plugins'].flatMap(parent =>
    readdirSync(inRepository(parent)).map(name =>
      join(parent, name, 'package.json'),
    ),
  );
  for (const file of [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    ...workspaces.sort(),
  ]) {
    if (existsSync(inRepository(file))) {
      hash.update(file).update(readFileSync(inRepository(file)));
    }
  }
  return hash.digest('hex');
}
