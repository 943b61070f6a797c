import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from './repository.mjs';
import { run } from './run.mjs';

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

// Playwright's own download comes from outside the npm registry, which many
// machines cannot reach. This package carries a whole Chromium for Linux.
const CARRIER = '@sparticuz/chromium@153.0.0';

/**
 * Finds a Chromium that runs: the one of this machine (or SALESDESK_CHROMIUM,
 * when that is set), one that an npm package carries, or Debian's.
 *
 * @returns `executable`, and in `env` what it needs around it
 * @throws when there is none: journeys that nobody ran are no journeys
 */
export async function findBrowser({ log }) {
  const tried = [];
  const chosen = process.env.SALESDESK_CHROMIUM;
  const present = chosen ? [chosen] : KNOWN_PLACES;
  const candidates = [
    ...present.map(executable => async () => ({ executable })),
    () => carriedByNpm({ log }),
    () => fromDebian({ log }),
  ];
  for (const candidate of candidates) {
    try {
      const browser = await candidate();
      if (browser.executable && existsSync(browser.executable)) {
        const version = execFileSync(browser.executable, ['--version'], {
          env: { ...process.env, ...browser.env },
          stdio: ['ignore', 'pipe', 'pipe'],
          encoding: 'utf8',
        }).trim();
        return { ...browser, version };
      }
    } catch (error) {
      tried.push(error.message.trim());
    }
  }
  throw new Error(
    `No Chromium was found, and none could be installed. Install one and say where it is in SALESDESK_CHROMIUM. Tried:\n${tried.join(
      '\n',
    )}`,
  );
}

async function carriedByNpm({ log }) {
  if (process.platform !== 'linux') {
    throw new Error(`${CARRIER} has no Chromium for ${process.platform}`);
  }
  const prefix = inRepository('.tools/chromium');
  const carrier = join(prefix, 'node_modules/@sparticuz/chromium');
  if (!existsSync(carrier)) {
    mkdirSync(prefix, { recursive: true });
    await run({
      command: 'npm',
      args: [
        'install',
        '--no-save',
        '--no-package-lock',
        '--no-audit',
        '--no-fund',
        `--prefix=${prefix}`,
        CARRIER,
      ],
      cwd: prefix,
      log,
    });
  }
  // It unpacks into the temporary directory, which shall be ours. Told that
  // this is Lambda, it unpacks the libraries too that a bare machine lacks.
  const unpacked = join(prefix, 'unpacked');
  mkdirSync(unpacked, { recursive: true });
  await run({
    command: process.execPath,
    args: [
      '--input-type=module',
      '--eval',
      `import chromium from '@sparticuz/chromium';
       await chromium.executablePath();`,
    ],
    cwd: prefix,
    env: {
      ...process.env,
      TMPDIR: unpacked,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    },
    log,
  });
  return {
    executable: join(unpacked, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'),
      FONTCONFIG_FILE: writeFontsConfig({ prefix, unpacked }),
    },
  };
}

/**
 * Says where the fonts are: those that were unpacked, and the machine's. The
 * configuration that comes along names places of Lambda only. Without a font
 * all text has no size, and Chromium ends when it looks for a substitute.
 */
function writeFontsConfig({ prefix, unpacked }) {
  const file = join(prefix, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(unpacked, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${join(prefix, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  return file;
}

async function fromDebian({ log }) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error("Debian's chromium needs apt-get and root");
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run({ command: 'apt-get', args: ['update'], env, log });
  await run({
    command: 'apt-get',
    args: ['install', '--yes', '--no-install-recommends', 'chromium'],
    env,
    log,
  });
  return { executable: '/usr/bin/chromium' };
}
