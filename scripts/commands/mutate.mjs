// `npm run mutate`: does a test notice when the rules of approval are wrong?

import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { failWith } from '../lib/failWith.mjs';
import { inRepository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';

const HELP = `
npm run mutate -- [--only PATTERN] [--json]

Changes the pure code that decides (plugins/salesforce-backend/src/domain and
policy) in every small way there is, one at a time, and counts how many of the
changes a test notices. Takes a quarter of an hour on two cores; the first time it
fetches Stryker, which nothing else needs.

  --only PATTERN   only files whose name contains this, e.g. approval
  --json           nothing but one JSON object: mutants, killed, survived, score

The report: artifacts/mutation/report.html
`;

const STRYKER = '10.0.0';
/** Of all mutants, so many must be noticed. Percent. */
const GOAL = 90;
const folders = ['domain', 'policy'];
const project = inRepository('artifacts/mutation/project');
const report = inRepository('artifacts/mutation/report');

try {
  process.exitCode = await mutate();
} catch (error) {
  failWith(error.message);
}

async function mutate() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const tool = await fetchStryker();
  writeProject({ only: values.only });
  await run({
    command: join(tool, 'node_modules/.bin/stryker'),
    args: ['run', 'stryker.config.json'],
    cwd: project,
    env: {
      ...process.env,
      // What a wrong rule does shows in the first of many cases: each mutant
      // is tried with fewer than the tests themselves run.
      SALESDESK_ORACLE_RUNS: '1000',
      SALESDESK_ORACLE_STAGES: '2',
    },
    ...(values.json ? { log: inRepository('artifacts/mutation/log') } : {}),
    check: false,
  });
  const figures = figuresOf(JSON.parse(readFileSync(`${report}.json`, 'utf8')));
  console.log(
    values.json
      ? JSON.stringify(figures)
      : `${figures.killed} of ${figures.mutants} changes were noticed: ${figures.score} % (goal ${GOAL})`,
  );
  return figures.score >= GOAL ? 0 : 1;
}

async function fetchStryker() {
  const tool = inRepository('.tools/stryker');
  if (!existsSync(join(tool, 'node_modules/@stryker-mutator/jest-runner'))) {
    mkdirSync(tool, { recursive: true });
    await run({
      command: 'npm',
      args: [
        'install',
        '--no-audit',
        '--no-fund',
        '--prefix',
        tool,
        `@stryker-mutator/core@${STRYKER}`,
        `@stryker-mutator/jest-runner@${STRYKER}`,
      ],
      log: inRepository('artifacts/stryker-install.log'),
    });
  }
  return tool;
}

/** The pure code and its tests as a project of their own: nothing else is run. */
function writeProject({ only }) {
  rmSync(inRepository('artifacts/mutation'), { recursive: true, force: true });
  mkdirSync(project, { recursive: true });
  for (const folder of folders) {
    cpSync(
      inRepository('plugins/salesforce-backend/src', folder),
      join(project, 'src', folder),
      { recursive: true },
    );
  }
  symlinkSync(inRepository('node_modules'), join(project, 'node_modules'));
  const write = (name, content) =>
    writeFileSync(join(project, name), JSON.stringify(content, undefined, 2));
  write('package.json', { name: 'mutation', private: true });
  write('jest.config.json', {
    testEnvironment: 'node',
    roots: ['<rootDir>/src'],
    transform: { '\\.[jt]sx?$': '@swc/jest' },
    transformIgnorePatterns: ['/node_modules/'],
  });
  write('.swcrc', {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs' },
  });
  write('stryker.config.json', {
    testRunner: 'jest',
    jest: { configFile: 'jest.config.json', enableFindRelatedTests: true },
    coverageAnalysis: 'perTest',
    mutate: [`src/**/*${only}*.ts`, '!src/**/*.test.ts'],
    // Constants are made once: each change of one would need all tests anew.
    ignoreStatic: true,
    concurrency: 2,
    timeoutMS: 20_000,
    reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
    clearTextReporter: { allowColor: false, logTests: false },
    jsonReporter: { fileName: `${report}.json` },
    htmlReporter: { fileName: `${report}.html` },
    tempDirName: join('..', 'sandbox'),
  });
}

function figuresOf({ files }) {
  const mutants = Object.values(files).flatMap(file => file.mutants);
  const count = (...states) =>
    mutants.filter(({ status }) => states.includes(status)).length;
  const killed = count('Killed', 'Timeout');
  const survived = count('Survived', 'NoCoverage');
  return {
    mutants: killed + survived,
    killed,
    survived,
    score: Math.round((1000 * killed) / (killed + survived)) / 10,
  };
}
