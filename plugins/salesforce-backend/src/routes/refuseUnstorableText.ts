import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { RequestHandler } from 'express';

/** Nothing that anybody means is nested deeper than this. */
const deepest = 60;

const loneSurrogate =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** What stands somewhere in a request and cannot be kept. */
interface Flaw {
  path: readonly string[];
  message: string;
}

/**
 * Refuses what PostgreSQL cannot store (NUL, half of a character, numbers
 * without bound) and what is nested without end, wherever it stands: before anything is done.
 */
export const refuseUnstorableText: RequestHandler = (request, _, next) => {
  const flaw =
    findFlaw(request.body) ??
    findFlaw(request.query) ??
    findFlaw(decodeURIComponentSafely(request.path));
  if (!flaw) {
    next();
    return;
  }
  const { path, message } = flaw;
  next(
    new SalesdeskError('InputError', message, {
      code: 'invalid_input',
      fields: [
        {
          path: path.filter((part, i) => i > 0 || part !== 'input').join('.'),
          message,
          code: 'invalid_input',
        },
      ],
    }),
  );
};

/** Without recursion: what is nested without end must not end the search. */
function findFlaw(root: unknown): Flaw | undefined {
  const waiting: { value: unknown; path: readonly string[] }[] = [
    { value: root, path: [] },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === 'string') {
      const message = flawOf(value);
      if (message) return { path, message };
    } else if (typeof value === 'number' && !Number.isFinite(value)) {
      // 1e999 passes every check of a maximum.
      return { path, message: 'The number is beyond all numbers' };
    } else if (typeof value === 'object' && value !== null) {
      if (path.length > deepest) {
        const message = `The input is nested more than ${deepest} levels deep; make it flatter`;
        return { path: path.slice(0, 3), message };
      }
      for (const [key, member] of Object.entries(value).reverse()) {
        const message = flawOf(key);
        if (message) return { path, message };
        waiting.push({ value: member, path: [...path, key] });
      }
    }
  }
  return undefined;
}

function flawOf(text: string): string | undefined {
  if (text.includes('\u0000')) {
    return 'The text contains a NUL character; remove it';
  }
  return loneSurrogate.test(text)
    ? 'The text contains half of a character (a lone surrogate); remove it'
    : undefined;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
