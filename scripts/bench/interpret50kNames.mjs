import { runSource } from './lib/runSource.mjs';

export const interpret50kNames = {
  name: 'interpret_50k_names_ms',
  title: 'one sentence by the built-in interpreter with 50,000 names',
  run: async () => {
    const { median, p95, names } = await runSource(
      'plugins/salesforce-backend/src/assistant/__testUtils__/benchInterpreter.ts',
    );
    return {
      value: median,
      unit: 'ms',
      goal: 20,
      notes: `95th percentile ${Math.round(p95 * 10) / 10} ms, ${names} names`,
    };
  },
};
