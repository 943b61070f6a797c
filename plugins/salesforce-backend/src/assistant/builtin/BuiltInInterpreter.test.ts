import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestOrg, stopTestOrgs } from '../../__testUtils__/testOrg';
import { judge, type Outcome, type Prompt } from '../__testUtils__/judge';
import {
  blocksOf,
  mayEmployee,
  TestConversation,
} from '../__testUtils__/TestConversation';

const root = join(__dirname, '../../../../..');
let talk: TestConversation;

beforeAll(async () => {
  const server = await startTestOrg();
  talk = await TestConversation.start(
    server,
    join(root, 'packages/backend/catalog'),
  );
}, 60_000);

afterAll(stopTestOrgs);

function prompts(name: string): Prompt[] {
  return readFileSync(join(root, 'scripts/scenarios', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
}

async function play(name: string) {
  const results: Record<Outcome, string[]> = {
    right: [],
    wrong_answer: [],
    wrong_write: [],
    asked: [],
    refused: [],
  };
  for (const { as, say, before = [], page, expect: wanted } of prompts(name)) {
    const interpretation = await talk.say({
      as,
      texts: [...before, say],
      page: page as never,
    });
    const blocks = blocksOf(
      interpretation,
      (action, input) => as === 'sam.okafor' || mayEmployee(action, input),
    );
    results[judge(blocks, wanted)].push(say);
  }
  return results;
}

describe('the built-in interpreter', () => {
  it.each([
    'scenarios',
    'paraphrases',
    'heldOut',
    'tricky',
    'records',
    'everyday',
    'unseen',
    'fresh',
  ])(
    'proposes nothing wrong in %s, and answers nothing wrong',
    async name => {
      const { wrong_write, wrong_answer, right, asked } = await play(name);
      expect({ wrong_write, wrong_answer }).toEqual({
        wrong_write: [],
        wrong_answer: [],
      });
      expect(asked.length).toBeLessThanOrEqual(right.length / 20);
    },
    60_000,
  );

  it('proposes nothing wrong in the words of an outsider, and answers nothing wrong', async () => {
    const { wrong_write, wrong_answer, right, asked } = await play('outsider');
    expect({ wrong_write, wrong_answer }).toEqual({
      wrong_write: [],
      wrong_answer: [],
    });
    // these were written to be hard
    expect(asked.length).toBeLessThanOrEqual(right.length / 3);
  }, 60_000);

  it.each([
    ['show me the account Acme', 'Acme Industries Europe', 'record'],
    ['opportunities owned by Dan', 'Dan Nowak', 'table'],
  ])('offers what “%s” could be as buttons', async (said, press, kind) => {
    const { parts } = await talk.say({
      as: 'sam.okafor',
      texts: [said],
      press,
    });
    expect(parts).toEqual([
      expect.objectContaining({
        kind: 'answer',
        blocks: expect.arrayContaining([expect.objectContaining({ kind })]),
      }),
    ]);
    expect(JSON.stringify(parts)).toContain(press);
  });

  const people: Record<string, string> = {
    'Marco Bianchi': 'marco@acme.com',
    'Dan Novak': 'dan@acme.com',
    'Dan Nowak': 'dan.nowak@acme.com',
    'Ann Lee': 'ann.lee@acme.com',
    'Ari Cohen': 'ari@acme.com',
    'Alex Kim': 'alex.kim@acme.com',
    'Alex Kimura': 'alex.kimura@acme.com',
    "Seán O'Brien": 'sean.obrien@acme.com',
  };
  const templates: Array<{ words: string; action: string }> = [
    { words: 'Freeze {}', action: 'salesforce_freeze_user' },
    { words: 'please deactivate {}', action: 'salesforce_deactivate_user' },
    { words: "reset {}'s password", action: 'salesforce_reset_password' },
    {
      words: 'give {} the Contract Approver permission set',
      action: 'salesforce_assign_permission_set',
    },
    {
      words: 'remove Contract Approver from {}',
      action: 'salesforce_remove_permission_set',
    },
    {
      words: 'change the profile of {} to Read Only',
      action: 'salesforce_change_profile',
    },
  ];

  it('never names another person or action, however a sentence is mistyped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...templates),
        fc.constantFrom(...Object.keys(people)),
        fc.nat(),
        fc.constantFrom('none', 'drop', 'swap', 'double', 'other'),
        fc.boolean(),
        async ({ words, action }, name, place, slip, lower) => {
          const sentence = mistyped(words.replace('{}', name), place, slip);
          const { parts } = await talk.say({
            as: 'sam.okafor',
            texts: [lower ? sentence.toLowerCase() : sentence],
          });
          const drafts = parts.flatMap(part =>
            part.kind === 'drafts' ? part.drafts : [],
          );
          // a slip that makes one name into another names the other
          const meant = Object.entries(people)
            .filter(
              ([other]) =>
                other === name ||
                sentence.toLowerCase().includes(other.toLowerCase()),
            )
            .map(([, value]) => JSON.stringify([value]));
          const wrong = drafts.filter(
            draft =>
              draft.action !== action ||
              !meant.includes(JSON.stringify(draft.input.users)),
          );
          expect({ sentence, wrong }).toEqual({ sentence, wrong: [] });
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);
});

function mistyped(text: string, place: number, slip: string): string {
  const at = place % text.length;
  switch (slip) {
    case 'drop':
      return text.slice(0, at) + text.slice(at + 1);
    case 'swap':
      return (
        text.slice(0, at) +
        text.slice(at + 1, at + 2) +
        text.slice(at, at + 1) +
        text.slice(at + 2)
      );
    case 'double':
      return text.slice(0, at + 1) + text.slice(at);
    case 'other':
      return `${text.slice(0, at)}x${text.slice(at + 1)}`;
    default:
      return text;
  }
}
