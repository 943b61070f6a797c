// `npm run soak`: processes are ended, calls fail, and nothing happens twice.

import { parseArgs } from 'node:util';
import { failWith } from '../lib/failWith.mjs';
import { inRepository } from '../lib/repository.mjs';
import { runSoak, soakParts } from '../lib/runSoak.mjs';
import { whenAskedToStop } from '../lib/whenAskedToStop.mjs';

const HELP = `
npm run soak -- [flags]

  --short          what npm test runs: a minute of it
  --json           nothing but the one JSON object with the figures
  --only PARTS     some of ${soakParts.join(', ')}
  --seed N         another order, other troubles      (by the clock)
  --schedules N    at most so many schedules          (10000)
  --minutes N      at most so long for the schedules  (60)

The figures: schedules, kills, duplicates, lost, unresolved,
heap_growth_percent, seed.
`;

try {
  process.exitCode = await soak();
} catch (error) {
  failWith(error.message);
}
process.exit();

async function soak() {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      schedules: { type: 'string', default: '10000' },
      minutes: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const parts = values.only?.split(',') ?? soakParts;
  const unknown = parts.filter(part => !soakParts.includes(part));
  if (unknown.length > 0) throw new Error(`There is no part '${unknown}'`);
  whenAskedToStop().then(() => process.exit(1));
  const figures = await runSoak({
    isShort: values.short,
    parts,
    seed: positive('seed', values.seed),
    schedules: positive('schedules', values.schedules),
    minutes: positive(
      'minutes',
      values.minutes ?? (values.short ? '0.5' : '60'),
    ),
    log: inRepository('artifacts', 'soak.log'),
    report: line => {
      if (!values.json && !line.startsWith('{')) console.error(line);
    },
  });
  console.log(JSON.stringify(figures));
  const { duplicates, lost, unresolved, heap_growth_percent: growth } = figures;
  const isSlow = !values.short && figures.grant_seconds > 60;
  return duplicates + lost + unresolved > 0 || growth > 10 || isSlow ? 1 : 0;
}

function positive(name, text) {
  const number = Number(text);
  if (!(number >= 0)) throw new Error(`--${name} must be a number`);
  return number;
}
