import type { ActionAnswer } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  GatewayError,
  type AnswerBlock,
  type InterpretedPart,
  type InterpreterContext,
} from '@salesdesk/backstage-plugin-salesforce-node';

export function textPart(text: string): InterpretedPart {
  return { kind: 'answer', blocks: [{ kind: 'text', text }] };
}

export function blocksPart(...blocks: AnswerBlock[]): InterpretedPart {
  return { kind: 'answer', blocks };
}

/** The answer of a read action as a table, with the way to its further pages. */
export function tableOf(
  answer: ActionAnswer,
  options: {
    title?: string;
    more?: { action: string; input: Record<string, unknown> };
  } = {},
): AnswerBlock {
  const { title, more } = options;
  return {
    kind: 'table',
    title: title ?? answer.title ?? 'Result',
    columns: answer.columns ?? [],
    rows: answer.rows ?? [],
    ...(answer.total === undefined ? {} : { total: answer.total }),
    ...(answer.links ? { links: answer.links } : {}),
    ...(answer.linkTemplate ? { linkTemplate: answer.linkTemplate } : {}),
    ...(answer.query ? { query: answer.query } : {}),
    ...(answer.restrictedTo ? { restrictedTo: answer.restrictedTo } : {}),
    ...(answer.notes ? { notes: answer.notes } : {}),
    ...(answer.nextCursor && more
      ? { more: { ...more, cursor: answer.nextCursor } }
      : {}),
  };
}

/** Runs a read; what is refused, or wrong with it, is said in words. */
export async function reading(
  context: InterpreterContext,
  action: string,
  input: Record<string, unknown>,
): Promise<ActionAnswer | InterpretedPart> {
  try {
    return await context.read({ action, input });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (
      error instanceof GatewayError ||
      /^(NotAllowed|Input|NotFound|Conflict)Error$/.test(error.name)
    ) {
      return {
        kind: 'refusal',
        reason: error.message,
        ...(error.name === 'NotAllowedError'
          ? {
              code: 'not_permitted',
              instead: [
                'What permission sets am I assigned?',
                'Where is my request?',
              ],
            }
          : {}),
      };
    }
    throw error;
  }
}

export function isPart(
  answer: ActionAnswer | InterpretedPart,
): answer is InterpretedPart {
  return ['refusal', 'answer', 'drafts', 'question'].includes(answer.kind);
}

export function query(context: InterpreterContext, text: string) {
  return reading(context, 'salesforce_run_soql', { query: text });
}

/** Text inside of a SOQL string. */
export function quoted(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}
