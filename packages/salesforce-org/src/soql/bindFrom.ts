import type { ObjectDefinition } from '../schema/definitions';
import { bindSteps, type ParentStep, type Scope } from './bindPath';
import type { QuerySession } from './QuerySession';
import type { FromItem, QueryTree } from './syntaxTree';

/** The object after FROM, and what its aliases stand for. */
export function bindFrom(session: QuerySession, query: QueryTree): Scope {
  const [first] = query.from;
  const [word] = first.path;
  const object =
    first.path.length === 1 ? session.visibleObject(word.text) : undefined;
  if (!object?.capabilities.queryable) {
    const name = first.path.map(({ text }) => text).join('.');
    throw session.errorAt(
      word.offset,
      'INVALID_TYPE',
      `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  }
  return withAliases(session, object, query.from);
}

/** `FROM Contact c, c.Account a`: `a` stands for the parent. */
export function withAliases(
  session: QuerySession,
  object: ObjectDefinition,
  [first, ...others]: readonly FromItem[],
): Scope {
  const aliases = new Map<string, readonly ParentStep[]>();
  if (first.alias) aliases.set(first.alias.text.toLowerCase(), []);
  for (const { path, alias } of others) {
    const whole = { object, aliases };
    const end = { text: '', offset: path.at(-1)!.offset };
    const { steps } = bindSteps(session, whole, [...path, end]);
    if (alias) aliases.set(alias.text.toLowerCase(), steps);
  }
  return { object, aliases };
}
