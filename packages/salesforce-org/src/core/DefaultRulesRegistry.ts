import type { ObjectRules, RulesRegistry } from './types';

const none: readonly ObjectRules[] = [];

/** What the objects of one org do beyond their metadata. */
export class DefaultRulesRegistry implements RulesRegistry {
  readonly #rules = new Map<string, ObjectRules[]>();

  register(rules: ObjectRules): void {
    const known = this.#rules.get(rules.object);
    if (known) known.push(rules);
    else this.#rules.set(rules.object, [rules]);
  }

  for(object: string): readonly ObjectRules[] {
    return this.#rules.get(object) ?? none;
  }
}
