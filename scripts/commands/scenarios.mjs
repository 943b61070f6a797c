// `npm run scenarios`: plays sentences against the running demo, as the people
// who say them, and judges what comes of it. See docs/assistant.md.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { judge } from '../../plugins/salesforce-backend/src/assistant/__testUtils__/judge.ts';
import { PortalClient } from '../bench/lib/PortalClient.mjs';
import { withDemo } from '../bench/lib/withDemo.mjs';
import { fetchToken } from '../lib/demo/fetchToken.mjs';
import { failWith } from '../lib/failWith.mjs';
import { inRepository } from '../lib/repository.mjs';
import { startModelStandIn } from '../scenarios/startModelStandIn.mjs';

const HELP = `
npm run scenarios -- [flags]

  --file PROMPTS.jsonl       sentences of your own; may be given several times
  --interpreter NAME         builtin or model                        (builtin)
  --url ADDRESS              the backend of a running demo (http://127.0.0.1:7007)
  --own                      start a demo of its own for the run
  --model-url ADDRESS        with --own: the endpoint of a model, such as http://localhost:11434/v1;
                             without it, a stand-in that answers scripts/scenarios/model.jsonl
  --model-name NAME          with --model-url: the model
  --json                     one JSON object a sentence, then the totals
`;

const outcomes = ['right', 'wrong_answer', 'wrong_write', 'asked', 'refused'];

try {
  process.exitCode = await scenarios();
} catch (error) {
  failWith(error.message);
}
process.exit();

async function scenarios() {
  const { values } = parseArgs({
    options: {
      file: { type: 'string', multiple: true },
      interpreter: { type: 'string', default: 'builtin' },
      url: { type: 'string', default: 'http://127.0.0.1:7007' },
      own: { type: 'boolean', default: false },
      'model-url': { type: 'string' },
      'model-name': { type: 'string', default: 'model' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const standsIn =
    values.own && values.interpreter === 'model' && !values['model-url'];
  const names = standsIn
    ? ['model']
    : [
        'scenarios',
        'paraphrases',
        'heldOut',
        'records',
        'tricky',
        'everyday',
        'unseen',
        'fresh',
      ];
  const files =
    values.file ??
    names.map(name => inRepository(`scripts/scenarios/${name}.jsonl`));
  const prompts = files.flatMap(readPrompts);
  if (!values.own) {
    return play({ prompts, backendUrl: values.url, ...values });
  }
  const endpoint = standsIn ? await startModelStandIn(prompts) : undefined;
  const baseUrl = endpoint?.baseUrl ?? values['model-url'];
  try {
    return await withDemo(
      {
        database: 'sqlite',
        data: 'demo',
        config: baseUrl
          ? {
              salesforce: {
                assistant: { model: { baseUrl, name: values['model-name'] } },
              },
            }
          : {},
      },
      ({ backendUrl }) => play({ prompts, backendUrl, ...values }),
    );
  } finally {
    await endpoint?.stop();
  }
}

function readPrompts(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() && !line.startsWith('//'))
    .map((line, index) => {
      try {
        return JSON.parse(line);
      } catch (error) {
        throw new Error(`${file}, line ${index + 1}: ${error.message}`);
      }
    });
}

async function play({ prompts, backendUrl, interpreter, json }) {
  const clients = new Map();
  const clientOf = async person => {
    const known = clients.get(person);
    if (known) return known;
    const token = await fetchToken({
      backendUrl,
      userEntityRef: `user:default/${person}`,
    });
    const client = PortalClient.create({ backendUrl, token });
    clients.set(person, client);
    return client;
  };
  const totals = Object.fromEntries(outcomes.map(outcome => [outcome, 0]));
  const times = [];
  let others = 0;
  for (const prompt of prompts) {
    const client = await clientOf(prompt.as);
    const { turn, milliseconds } = await say({ client, prompt, interpreter });
    const outcome =
      turn.state === 'done'
        ? judge(turn.blocks, prompt.expect ?? {})
        : 'wrong_answer';
    totals[outcome] += 1;
    if (turn.interpreter && turn.interpreter !== interpreter) others += 1;
    times.push(milliseconds);
    if (json) {
      console.log(
        JSON.stringify({
          as: prompt.as,
          say: prompt.say,
          outcome,
          interpreter: turn.interpreter,
          ms: Math.round(milliseconds),
          blocks: turn.blocks.map(summaryOf),
        }),
      );
    } else if (outcome !== 'right') {
      console.log(
        `${outcome.padEnd(13)} ${prompt.as}: ${
          prompt.say
        }\n              ${turn.blocks
          .map(block => JSON.stringify(summaryOf(block)))
          .join(' ')
          .slice(0, 300)}${turn.problem ? ` ${turn.problem.message}` : ''}`,
      );
    }
  }
  const total = {
    ...totals,
    median_ms: median(times),
    // what the built-in interpreter answered where the model could not
    ...(interpreter === 'model' ? { fell_back: others } : {}),
  };
  console.log(json ? JSON.stringify(total) : inWords(total));
  return totals.wrong_write > 0 ? 1 : 0;
}

/** Says what came before, then the sentence itself. */
async function say({ client, prompt, interpreter }) {
  const { id } = await client.call('POST', '/assistant/conversations', {});
  let turn;
  let milliseconds = 0;
  for (const text of [...(prompt.before ?? []), prompt.say]) {
    const began = performance.now();
    turn = await client.call('POST', `/assistant/conversations/${id}/turns`, {
      text,
      interpreter,
      ...(prompt.page ? { page: prompt.page } : {}),
    });
    milliseconds = performance.now() - began;
  }
  return { turn, milliseconds };
}

function summaryOf(block) {
  switch (block.kind) {
    case 'drafts':
      return {
        kind: 'drafts',
        drafts: block.drafts.map(({ action, input, reason }) => ({
          action,
          input,
          reason,
        })),
      };
    case 'table':
      return { kind: 'table', title: block.title, rows: block.rows.length };
    case 'question':
      return {
        kind: 'question',
        text: block.text,
        choices: block.choices.map(({ label }) => label),
      };
    case 'refusal':
    case 'text':
      return block;
    default:
      return { kind: block.kind };
  }
}

function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}

function inWords(total) {
  return Object.entries(total)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}
