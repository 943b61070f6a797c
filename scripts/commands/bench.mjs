// `npm run bench`: figures as ratios to a floor that is measured in the same run.

import { parseArgs } from 'node:util';
import { benches } from '../bench/index.mjs';
import { failWith } from '../lib/failWith.mjs';
import { whenAskedToStop } from '../lib/whenAskedToStop.mjs';

const HELP = `
npm run bench -- [--json] [NAME]...

  --json   one JSON object a line: name, value, unit, floor, ratio, goal, pass

${benches.map(bench => `  ${bench.name.padEnd(28)} ${bench.title}`).join('\n')}
`;

try {
  process.exitCode = await bench();
} catch (error) {
  failWith(error.message);
}
process.exit();

async function bench() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const unknown = positionals.find(
    name => !benches.some(candidate => candidate.name === name),
  );
  if (unknown) {
    throw new Error(`There is no measurement "${unknown}".\n${HELP}`);
  }
  whenAskedToStop().then(() => process.exit(1));

  let failed = 0;
  for (const { name, run } of benches) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    // What cannot be measured is a figure that was missed; the others count.
    const figure = await run().then(
      measured => complete({ name, ...measured }),
      error => unmeasured({ name, error }),
    );
    if (!figure.pass) failed += 1;
    console.log(values.json ? JSON.stringify(figure) : inWords(figure));
  }
  return failed > 0 ? 1 : 0;
}

/** A figure with a floor passes by its ratio, one without by its value. */
function complete({ name, value, unit, floor = null, goal, atLeast, notes }) {
  const ratio = floor === null ? null : round(value / floor);
  const measured = ratio ?? value;
  return {
    name,
    value: round(value),
    unit,
    floor: floor === null ? null : round(floor),
    ratio,
    goal,
    pass: atLeast ? measured >= goal : measured <= goal,
    ...(notes ? { notes } : {}),
  };
}

function unmeasured({ name, error }) {
  return {
    name,
    value: null,
    unit: null,
    floor: null,
    ratio: null,
    goal: null,
    pass: false,
    error: error.message,
  };
}

function round(number) {
  return Math.round(number * 1000) / 1000;
}

function inWords({ name, value, unit, floor, ratio, goal, pass, error }) {
  if (error) return `FAILED ${name}: ${error}`;
  const against =
    ratio === null ? '' : `, ${ratio} times the floor of ${floor}`;
  return `${
    pass ? 'ok    ' : 'MISSED'
  } ${name}: ${value} ${unit}${against} (goal ${goal})`;
}
