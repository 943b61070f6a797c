import { rmSync } from 'node:fs';
import { run } from '../run.mjs';
import { lastLines } from '../lastLines.mjs';

/** The steps that either hold or do not: each command counts as one test. */
export const checks = [
  {
    name: 'types',
    title: 'Types',
    commands: [{ command: 'tsc', args: ['--pretty', 'false'] }],
  },
  {
    name: 'lint',
    title: 'Lint and formatting',
    beside: true,
    commands: [
      {
        command: 'backstage-cli',
        args: ['repo', 'lint', '--max-warnings', '0'],
      },
      { command: 'prettier', args: ['--check', '--loglevel', 'warn', '.'] },
    ],
  },
  {
    name: 'contracts',
    title: 'Generated code, reports and configuration fit the sources',
    commands: [
      { command: 'node', args: ['scripts/generate-openapi.mjs', '--check'] },
      {
        command: 'node',
        args: ['scripts/generate-demo-catalog.mjs', '--check'],
      },
      { command: 'backstage-cli', args: ['config:check', '--strict'] },
    ],
  },
].map(({ commands, ...step }) => ({
  ...step,
  async run({ log }) {
    const problems = [];
    for (const [index, { command, args }] of commands.entries()) {
      const own = index === 0 ? log : log.replace(/\.log$/, `-${index}.log`);
      rmSync(own, { force: true });
      if ((await run({ command, args, log: own, check: false })) !== 0) {
        problems.push(
          `${[command, ...args].join(' ')}\n\n${lastLines({ log: own })}`,
        );
      }
    }
    return {
      passed: commands.length - problems.length,
      failed: problems.length,
      problems,
    };
  },
}));
