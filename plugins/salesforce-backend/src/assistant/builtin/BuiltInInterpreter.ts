import type {
  Interpretation,
  InterpretedPart,
  Interpreter,
  InterpreterInput,
  ProposedDraft,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { answerQuestion } from './answers/answerQuestion';
import { asQuestion } from './asQuestion';
import { clausesOf } from './clauses';
import { decodeChoice } from '../choices';
import { commandOf } from './commandOf';
import { correction } from './corrections';
import { findMentions } from './findMentions';
import { fitInput } from './fitInput';
import { isQuestion } from './isQuestion';
import { isReason, isWish, namesColumns } from './isStatement';
import { joined } from './joinDrafts';
import { NotAll } from './NotAll';
import type { Mention } from './Mentions';
import { noMemory, parseMemory, type Memory } from './Memory';
import { pendingAnswer } from './pendingAnswer';
import {
  Reading,
  Refused,
  Unclear,
  type SaidBefore,
  type Spoken,
} from './Reading';
import { comesFirst, saidBefore } from './saidBefore';
import { withoutSayings } from './sayings';
import { smallTalk } from './smallTalk';
import { spelled } from './spelled';
import { normalized, tokensOf } from './tokens';
import { withoutCourtesy } from './withoutCourtesy';
import { setsIn } from './wantedAccess';
import { withTimes } from './withTimes';

/** What was told apart before: words → what is meant. */
type Meant = Record<string, string>;

/**
 * Understands by rules: no network of its own, no key, milliseconds. It never
 * guesses a write. A name that could be several, a word that it does not know,
 * a "not" or an "except": it asks, and proposes nothing.
 */
export class BuiltInInterpreter implements Interpreter {
  readonly kind = 'builtin';

  async interpret(input: InterpreterInput): Promise<Interpretation> {
    const memory = lastMemory(input);
    const choice = input.choice ? decodeChoice(input.choice) : undefined;
    if (choice?.kind === 'draft' || choice?.kind === 'drafts') {
      const drafts =
        choice.kind === 'draft' ? [choice.proposal] : choice.proposals;
      return {
        parts: [{ kind: 'drafts', drafts }],
        memory: { ...memory, question: undefined, drafts },
      };
    }
    if (choice)
      return this.#understand(choice.text, input, memory, choice.meant ?? {});
    const text = normalized(input.text).trim();
    const answered = pendingAnswer(text, memory, input.context.names);
    if (answered) {
      return this.interpret({ ...input, ...answered });
    }
    const talk = smallTalk(text, input.context);
    if (talk)
      return { parts: talk, memory: { ...memory, question: undefined } };
    const corrected = correction(text, memory, input.context);
    if (corrected) {
      if ('sentence' in corrected) {
        return this.#understand(corrected.sentence, input, memory, {});
      }
      const { parts, drafts } = corrected;
      return {
        parts,
        memory: {
          ...memory,
          question: undefined,
          drafts: drafts ?? memory.drafts,
        },
      };
    }
    return this.#understand(text, input, memory, {});
  }

  async #understand(
    text: string,
    input: InterpreterInput,
    memory: Memory,
    meant: Meant,
  ): Promise<Interpretation> {
    const { context } = input;
    const parts: InterpretedPart[] = [];
    const next: Memory = { ...memory, question: undefined };
    const drafts: ProposedDraft[] = [];
    let people: Spoken[] = memory.people;
    try {
      if (/\bselect\b[\s\S]+\bfrom\b/i.test(text)) {
        const answer = await answerQuestion({
          text,
          reading: undefined,
          input,
          memory: next,
        });
        if (answer) return { parts: answer, memory: next };
      }
      const clauses = withTimes(
        clausesOf(
          spelled(
            tokensOf(withoutCourtesy(withoutSayings(text))),
            context.names,
          ),
        ),
      );
      if (clauses.length > 20)
        throw new Unclear(
          'That is a lot at once. One thing after the other, please.',
        );
      let before: SaidBefore | undefined;
      let answered = false;
      let access: readonly Mention[] = [];
      for (const [position, clause] of clauses.entries()) {
        const end = clause[clause.length - 1].end;
        const reading = new Reading(
          clause,
          told(findMentions(clause, context.names), meant),
          text.slice(0, end),
          context,
          people,
          pagePerson(input),
          before,
        );
        reading.accessBefore = access;
        reading.isAsked = /^\s*\?/.test(text.slice(end));
        if (answered && namesColumns(reading.plain)) continue;
        if (
          position < clauses.length - 1 &&
          !isQuestion(reading) &&
          comesFirst(reading)
        ) {
          const about = reading.people({ optional: true });
          if (about.length > 0) people = about;
          before = saidBefore(reading, text.slice(clause[0].start, end), about);
          continue;
        }
        if (drafts.length > 0 && isReason(reading.plain)) {
          for (const draft of drafts) {
            draft.reason ??= text.slice(clause[0].start, end);
          }
          continue;
        }
        if (isQuestion(reading)) {
          input.progress('Reading');
          const answer = await answerQuestion({
            text: text.slice(clause[0].start, end),
            reading,
            input,
            memory: next,
          });
          if (answer) parts.push(...answer);
          else
            throw new Unclear(
              'I did not understand the question. Could you say it in other words?',
            );
          people = next.people;
          answered = true;
          continue;
        }
        const proposal = await commandOf(reading, next, input);
        const instead =
          proposal || isWish(reading.outside)
            ? undefined
            : await answerQuestion({
                text: text.slice(clause[0].start, end),
                reading,
                input,
                memory: next,
              });
        if (instead) {
          parts.push(...instead);
          answered = true;
          continue;
        }
        if (!proposal) {
          throw new Unclear(
            'I did not understand what should be done. Could you say it in other words?',
          );
        }
        const fitted = proposal.drafts.map(draft => {
          const action = context.actions.find(({ id }) => id === draft.action);
          return action
            ? { ...draft, input: fitInput(action, draft.input) }
            : draft;
        });
        if (before) {
          for (const draft of fitted) draft.reason ??= before.text;
        }
        const { words, turning } = reading.leftOver();
        if (turning) {
          throw new Unclear(
            `I am not sure what “${words.join(
              ' ',
            )}” does to the rest. Say what should be done, and to whom, without it.`,
          );
        }
        if (words.length > 0) {
          throw new NotAll(words, [...drafts, ...fitted]);
        }
        drafts.push(...fitted);
        access = setsIn(reading);
        if (proposal.people.length > 0) people = proposal.people;
      }
    } catch (error) {
      if (error instanceof Refused) {
        return {
          parts: [
            ...parts,
            { kind: 'refusal', reason: error.reason, instead: error.instead },
          ],
          memory: next,
        };
      }
      if (!(error instanceof Unclear) && !(error instanceof NotAll))
        throw error;
      const question = asQuestion(error, text, meant);
      next.question = {
        sentence: text,
        ...(error instanceof Unclear && error.append
          ? { append: error.append }
          : {}),
        ...(error instanceof Unclear && error.mention
          ? { unclear: error.mention.text }
          : {}),
        choices: question.choices.map(({ label, detail, payload }) => ({
          label,
          detail,
          payload,
        })),
      };
      return { parts: [...parts, question], memory: { ...next, people } };
    }
    next.people = people;
    if (drafts.length > 0) {
      next.drafts = joined(drafts);
      parts.push({ kind: 'drafts', drafts: next.drafts });
    }
    if (parts.length === 0) {
      parts.push(asQuestion(new Unclear('What should be done?'), text, meant));
    }
    return { parts, memory: next };
  }
}

function lastMemory(input: InterpreterInput): Memory {
  const last = input.conversation[input.conversation.length - 1];
  return last ? parseMemory(last.memory) : noMemory;
}

/** "this" on the page of a person or a team. */
function pagePerson({ context }: InterpreterInput): Spoken | undefined {
  const { page, pageEntity } = context;
  if (pageEntity && /^(user|group)$/i.test(pageEntity.kind)) {
    return { reference: pageEntity.ref, label: pageEntity.title };
  }
  if (page?.kind === 'record' && page.object === 'User') {
    return { reference: page.id, label: 'this user' };
  }
  return undefined;
}

/** Mentions with what the person has told apart already. */
function told<
  T extends {
    text: string;
    candidates: Array<{ kind: string; value: string }>;
    quality: string;
  },
>(mentions: T[], meant: Meant): T[] {
  return mentions.map(mention => {
    const wanted = meant[mention.text.toLowerCase()];
    if (!wanted) return mention;
    const candidates = mention.candidates.filter(
      ({ kind, value }) => `${kind} ${value}` === wanted,
    );
    return candidates.length > 0
      ? { ...mention, candidates, quality: 'exact' }
      : mention;
  });
}
