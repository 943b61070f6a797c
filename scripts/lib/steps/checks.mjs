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
    title: 'Generated code and API reports are what the sources say',
    commands: [
      { command: 'node', args: ['scripts/generate-openapi.mjs', '--check'] },
      {
        command: 'node',
        args: ['scripts/generate-demo-catalog.mjs', '--check'],
      },
      {
        command: 'backstage-repo-tools',
        args: ['api-reports', '--ci'],
      },
    ],
  },
].map(({ commands, ...step }) => ({
  ...step,
  async run({ log }) {
    const problems = [];
    for (const { command, args } of commands) {
      if ((await run({ command, args, log, check: false })) !== 0) {
        problems.push(
          `${[command, ...args].join(' ')}\n\n${lastLines({ log })}`,
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
