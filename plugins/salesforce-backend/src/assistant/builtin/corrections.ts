import type {
  InterpretedPart,
  InterpreterContext,
  ProposedDraft,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { encodeChoice } from '../choices';
import { merged, type Candidate } from './Mentions';
import type { Memory } from './Memory';
import { dayAt, durationAt } from './moments';
import { wallClock } from './wallClock';

type Corrected =
  | { sentence: string }
  | { parts: InterpretedPart[]; drafts?: ProposedDraft[] };

/** "no, the other Dan", "make it two weeks", "I meant Ann Lee": about the last drafts. */
export function correction(
  text: string,
  memory: Memory,
  context: InterpreterContext,
): Corrected | undefined {
  if (memory.drafts.length === 0) return undefined;
  return (
    otherPerson(text, memory, context) ??
    otherTime(text, memory, context) ??
    otherName(text, memory, context)
  );
}

const drafts = (list: ProposedDraft[]): Corrected => ({
  parts: [{ kind: 'drafts', drafts: list }],
  drafts: list,
});

function otherPerson(
  text: string,
  memory: Memory,
  context: InterpreterContext,
): Corrected | undefined {
  const found = /\bthe other (?:one|person|user|([\p{L}'-]+))/iu.exec(text);
  if (!found) return undefined;
  const all = memory.drafts.flatMap(draft => usersOf(draft));
  const current = all
    .map(reference => personOf(reference, context))
    .filter(each => each !== undefined);
  const said = found[1]?.toLowerCase();
  const wrong = current.filter(
    ({ label }) =>
      !said ||
      label
        .toLowerCase()
        .split(' ')
        .some(word => word.startsWith(said)),
  );
  if (wrong.length !== 1) return undefined;
  const first = said ?? wrong[0].label.split(' ')[0];
  const others = people(first, context).filter(
    ({ value }) => value !== wrong[0].value,
  );
  if (others.length === 1)
    return drafts(replaced(memory.drafts, wrong[0].value, others[0].value));
  return ask(
    others.length === 0 ? `I know no other ${first}.` : `Which ${first}?`,
    others,
    memory,
    wrong[0].value,
  );
}

function otherName(
  text: string,
  memory: Memory,
  context: InterpreterContext,
): Corrected | undefined {
  const found =
    /^(?:no|nope|sorry|oops|wait|actually|i mean|i meant|not [^,;:.]{2,40}?(?:,| but))[,;:.\s—–-]+(?:(?:i|it)(?: mean| meant|'s|s| should be| is)?\s+)?(?:for\s+|make it\s+|it should be\s+|use\s+|it's\s+)?(.+?)[.!\s]*(?:instead|please)?[.!\s]*$/iu.exec(
      text,
    );
  const forToo = /^for (.+?),? (?:too|as well)[.!\s]*$/iu.exec(text);
  const instead = /^instead of [^,]+,\s*(.+?)[.!\s]*$/iu.exec(text);
  const also =
    /^(?:and |also |plus )+(?:(?:(?:do|give|grant|assign) )?(?:the same|that|it) )?(?:for |to |with )?(.+?)(?: too| as well)?[.!\s]*$/iu.exec(
      text,
    );
  const words = (found?.[1] ?? instead?.[1] ?? also?.[1] ?? forToo?.[1])
    ?.replace(/["“”]/g, '')
    .replace(/^(?:the|mean|meant)\s+/i, '');
  if (!words || words.split(/\s+/).length > 6) return undefined;
  const matches = merged(
    context.names
      .find({ words, quality: 'exact', limit: 20 })
      .map(({ thing }) => thing),
  );
  const candidates =
    matches.length > 0
      ? matches
      : merged(
          context.names
            .find({ words, quality: 'part', limit: 20 })
            .map(({ thing }) => thing),
        );
  const persons = candidates.filter(
    ({ kind }) => kind === 'user' || kind === 'person',
  );
  const email =
    /^[^\s@]+@[^\s@]+$/.test(words) && persons.length === 0
      ? [{ kind: 'user', value: words, label: words } as Candidate]
      : persons;
  const users = [...new Set(memory.drafts.flatMap(usersOf))];
  if ((also ?? forToo) && !found && !instead) {
    if (email.length !== 1) return undefined;
    return drafts(
      memory.drafts.map(draft => ({
        ...draft,
        input: {
          ...draft.input,
          users: [...new Set([...usersOf(draft), email[0].value])],
        },
      })),
    );
  }
  if (email.length > 0 && users.length === 1) {
    if (email.length === 1)
      return drafts(replaced(memory.drafts, users[0], email[0].value));
    return ask(
      `“${words}” could be more than one person. Who?`,
      email,
      memory,
      users[0],
    );
  }
  for (const [key, kind] of [
    ['profile', 'profile'],
    ['role', 'role'],
    ['permissionSet', 'permission-set'],
    ['permissionSetGroup', 'permission-set-group'],
  ] as const) {
    const things = candidates.filter(candidate => candidate.kind === kind);
    const having = memory.drafts.filter(
      ({ input }) => input[key] !== undefined,
    );
    if (things.length === 1 && having.length === 1) {
      return drafts(
        memory.drafts.map(draft =>
          draft === having[0]
            ? { ...draft, input: { ...draft.input, [key]: things[0].value } }
            : draft,
        ),
      );
    }
  }
  return undefined;
}

function otherTime(
  text: string,
  memory: Memory,
  context: InterpreterContext,
): Corrected | undefined {
  const found =
    /^(?:no|actually|sorry|wait|oops|and|ok|okay)?[,\s]*(?:make (?:it|that)|change (?:it|that) to|let's say|only|just|until|till|for|extend (?:it )?(?:to|until|by)|better)\s+(.+?)[.!\s]*(?:instead|please)?[.!\s]*$/iu.exec(
      text,
    );
  if (!found) return undefined;
  const words = found[1].replace(/^(?:for|until|till|to|only|just)\s+/i, '');
  const said =
    durationAt(words, wallClock(context)) ?? dayAt(words, wallClock(context));
  if (!said || said.length < words.trim().length - 12) return undefined;
  // a day that has passed is no end; asked for anew, it is asked back
  if (said.day < wallClock(context).toISOString().slice(0, 10))
    return undefined;
  const timed = memory.drafts
    .filter(
      ({ action, input }) =>
        input.until !== undefined ||
        /freeze_user|assign_permission_set/.test(action),
    )
    .filter(({ action }) => !/unfreeze/.test(action));
  if (timed.length === 0) return undefined;
  return drafts(
    memory.drafts.map(draft =>
      timed.includes(draft)
        ? { ...draft, input: { ...draft.input, until: said.day } }
        : draft,
    ),
  );
}

function usersOf(draft: ProposedDraft): string[] {
  const { users } = draft.input;
  return Array.isArray(users) ? users.map(String) : [];
}

function personOf(
  reference: string,
  context: InterpreterContext,
): Candidate | undefined {
  return merged(
    context.names
      .find({
        words: reference,
        quality: 'exact',
        kinds: ['user', 'person'],
        limit: 5,
      })
      .map(({ thing }) => thing),
  )[0];
}

function people(first: string, context: InterpreterContext): Candidate[] {
  return merged(
    context.names
      .find({
        words: first,
        quality: 'part',
        kinds: ['user', 'person'],
        limit: 40,
      })
      .map(({ thing }) => thing),
  );
}

function replaced(
  list: ProposedDraft[],
  before: string,
  after: string,
): ProposedDraft[] {
  return list.map(draft => ({
    ...draft,
    input: {
      ...draft.input,
      ...(draft.input.users
        ? {
            users: usersOf(draft).map(user => (user === before ? after : user)),
          }
        : {}),
    },
  }));
}

function ask(
  text: string,
  candidates: Candidate[],
  memory: Memory,
  before: string,
): Corrected {
  return {
    parts: [
      {
        kind: 'question',
        text,
        choices: candidates
          .slice(0, 10)
          .map(({ label, value, detail, status }) => ({
            label,
            ...(detail ? { detail } : {}),
            ...(status ? { status } : {}),
            text: label,
            payload: encodeChoice({
              kind: 'drafts',
              proposals: replaced(memory.drafts, before, value),
            }),
          })),
      },
    ],
  };
}
