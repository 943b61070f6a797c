import { lastLines } from '../lastLines.mjs';
import { runSoak } from '../runSoak.mjs';

/** The short form of `npm run soak`; each schedule counts as one test. */
export const soakStep = {
  name: 'soak',
  title: 'Processes ended by kill -9, troubles at every call, two databases',
  async run({ log }) {
    const figures = await runSoak({
      isShort: true,
      seed: 1,
      schedules: 10_000,
      minutes: 0.5,
      log,
    });
    const { schedules, duplicates, lost, unresolved } = figures;
    const growth = figures.heap_growth_percent;
    const failed = duplicates + lost + unresolved + (growth > 10 ? 1 : 0);
    console.log(`  ${JSON.stringify(figures)}`);
    return {
      passed: schedules,
      failed: schedules === 0 || figures.kills === 0 ? failed + 1 : failed,
      problems: failed > 0 ? [lastLines({ log, count: 60 })] : [],
    };
  },
};
