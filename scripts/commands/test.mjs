// `npm test`: everything that must hold, on this machine, with nothing skipped.

import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { failWith } from '../lib/failWith.mjs';
import { inRepository } from '../lib/repository.mjs';
import { steps } from '../lib/steps/index.mjs';
import { whenAskedToStop } from '../lib/whenAskedToStop.mjs';

const HELP = `
npm test -- [--only STEP]... [-- arguments for the tool of that one step]

${steps.map(step => `  ${step.name.padEnd(10)} ${step.title}`).join('\n')}

For example: npm test -- --only unit -- plugins/salesforce-common
`;

try {
  process.exitCode = await test();
} catch (error) {
  failWith(error.message);
}
// Whoever was asked to stop, and whoever has finished, leaves nothing running.
process.exit();

async function test() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const only = values.only.flatMap(names => names.split(','));
  for (const name of only) {
    if (!steps.some(step => step.name === name)) {
      throw new Error(`There is no step "${name}".\n${HELP}`);
    }
  }
  const chosen = steps.filter(
    step => only.length === 0 || only.includes(step.name),
  );

  const artifacts = inRepository('artifacts');
  mkdirSync(artifacts, { recursive: true });
  whenAskedToStop().then(() => process.exit(1));

  const total = { passed: 0, failed: 0 };
  for (const group of groupsOf(chosen)) {
    const lanes = group.length > 1;
    for (const { title } of group.flat()) console.log(`\n${title} ...`);
    await Promise.all(
      group.map(async lane => {
        for (const step of lane) {
          const { passed, failed } = await runStep(step, {
            artifacts,
            args: positionals,
            // Steps that run beside each other say which of them is meant.
            name: lanes ? `${step.name}: ` : '',
          });
          total.passed += passed;
          total.failed += failed;
        }
      }),
    );
  }

  // The one line that others count on.
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

/**
 * Groups run one after the other. Within one, a step that says so runs beside
 * those before it, and one that names another follows it in its lane.
 */
function groupsOf(chosen) {
  const groups = [];
  for (const step of chosen) {
    const group = groups.at(-1);
    const lane = group?.find(members =>
      members.some(({ name }) => name === step.after),
    );
    if (lane) lane.push(step);
    else if (step.beside && group) group.push([step]);
    else groups.push([[step]]);
  }
  return groups;
}

async function runStep(step, { artifacts, args, name }) {
  const started = Date.now();
  const log = inRepository('artifacts', `${step.name}.log`);
  rmSync(log, { force: true });

  const { passed, failed, problems } = await step
    .run({ log, artifacts, args })
    .catch(error => ({ passed: 0, failed: 1, problems: [error.message] }));

  for (const problem of problems) {
    console.log(`\n${problem}`);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `${name}${failed > 0 ? 'FAILED' : 'ok'}: ${passed} passed${
      failed > 0 ? `, ${failed} failed` : ''
    } in ${seconds} s`,
  );
  return { passed, failed };
}
