import { SalesforceError } from '../core/SalesforceError';
import type { ApiAnswer, ApiCall } from './ApiCall';
import { notFoundError } from './errorAnswers';

/** Values of the `:name` parts of a pattern, decoded. */
export type RouteParameters = Readonly<Record<string, string>>;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /**
   * `/sobjects/:object/describe`; fixed parts are case-sensitive, but for
   * names of objects and fields, written `~User`.
   */
  readonly pattern: string;
  handle(call: ApiCall, parameters: RouteParameters): ApiAnswer;
}

interface CompiledRoute {
  readonly route: Route;
  readonly parts: readonly string[];
}

/**
 * Finds the handler of a path. Our own and not express's, because composite
 * requests dispatch hundreds of calls inside one transaction, which must not
 * give up the turn of the event loop; an express router cannot answer
 * synchronously. The first pattern that fits wins.
 */
export class RouteTable {
  /** By number of parts. */
  readonly #routes = new Map<number, CompiledRoute[]>();

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      const parts = splitPath(route.pattern);
      const sameLength = this.#routes.get(parts.length) ?? [];
      sameLength.push({ route, parts });
      this.#routes.set(parts.length, sameLength);
    }
  }

  /** @throws 404 NOT_FOUND and 405 METHOD_NOT_ALLOWED */
  dispatch(call: ApiCall): ApiAnswer {
    const parts = splitPath(call.path);
    const method = call.method === 'HEAD' ? 'GET' : call.method;
    const allowed: string[] = [];
    for (const candidate of this.#routes.get(parts.length) ?? []) {
      const parameters = match(candidate.parts, parts);
      if (!parameters) {
        continue;
      }
      if (candidate.route.method === method) {
        return candidate.route.handle(call, parameters);
      }
      allowed.push(candidate.route.method);
    }
    if (allowed.length > 0) {
      throw methodNotAllowed(call.method, allowed);
    }
    throw notFoundError();
  }
}

/** Empty parts vanish: doubled slashes and one at the end are accepted. */
export function splitPath(path: string): string[] {
  return path.split('/').filter(part => part !== '');
}

function match(
  pattern: readonly string[],
  parts: readonly string[],
): RouteParameters | undefined {
  const parameters: Record<string, string> = {};
  for (let index = 0; index < pattern.length; index++) {
    const expected = pattern[index];
    if (expected.startsWith(':')) {
      parameters[expected.slice(1)] = decodePart(parts[index]);
    } else if (expected.startsWith('~')) {
      if (expected.slice(1).toLowerCase() !== parts[index].toLowerCase()) {
        return undefined;
      }
    } else if (expected !== parts[index]) {
      return undefined;
    }
  }
  return parameters;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function methodNotAllowed(
  method: string,
  allowed: readonly string[],
): SalesforceError {
  const names = [...new Set(allowed)];
  if (names.includes('GET')) {
    names.push('HEAD');
  }
  return new SalesforceError({
    httpStatus: 405,
    errorCode: 'METHOD_NOT_ALLOWED',
    message: `HTTP Method '${method}' not allowed. Allowed are ${names
      .sort()
      .join(',')}`,
  });
}
