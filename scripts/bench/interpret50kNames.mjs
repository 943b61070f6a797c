import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { inRepository } from '../lib/repository.mjs';

const require = createRequire(import.meta.url);

export const interpret50kNames = {
  name: 'interpret_50k_names_ms',
  title: 'one sentence by the built-in interpreter with 50,000 names',
  run: async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        inRepository(
          'plugins/salesforce-backend/src/assistant/__testUtils__/benchInterpreter.ts',
        ),
      ],
      { maxBuffer: 10_000_000 },
    );
    const { median, p95, names } = JSON.parse(
      stdout.trim().split('\n').pop() ?? '{}',
    );
    return {
      value: median,
      unit: 'ms',
      goal: 20,
      notes: `95th percentile ${Math.round(p95 * 10) / 10} ms, ${names} names`,
    };
  },
};
