import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * The one form in which people are compared: complete and lower case. Undefined
 * for what is not the entity ref of a person. `User:Erin`, `erin` and
 * `user:default/erin` are one and the same.
 */
export function personRefOf(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text.trim().toLocaleLowerCase('en-US'), {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
    return ref.kind === 'user' ? stringifyEntityRef(ref) : undefined;
  } catch {
    return undefined;
  }
}
