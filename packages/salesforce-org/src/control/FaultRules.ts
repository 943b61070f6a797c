import { normalizeId } from '../core/ids';
import { SalesforceError } from '../core/SalesforceError';
import type { ObjectRules, OrgOperations } from '../core/types';
import {
  faultRuleSchema,
  type FaultRule,
  type FaultRuleInput,
} from './FaultRule';

/** A request as far as rules look at it. */
export interface FaultTarget {
  readonly method: string;
  /** Path and query, decoded. */
  readonly url: string;
  readonly userId: string | null;
  body(): string;
}

/**
 * Faults that tests inject. Each request meets at most one: the first rule
 * that fits and is not used up. Row errors are met inside the engine instead.
 */
export class FaultRules {
  readonly #org: OrgOperations;
  readonly #rules = new Map<string, FaultRule>();
  readonly #waiting = new Map<string, (() => void)[]>();
  readonly #guardedObjects = new Set<string>();
  #sequence = 0;

  constructor(options: { org: OrgOperations }) {
    this.#org = options.org;
  }

  add(input: FaultRuleInput): FaultRule {
    this.#sequence += 1;
    const parsed = faultRuleSchema.parse(input);
    const rule: FaultRule = {
      ...parsed,
      id: `fault-${this.#sequence}`,
      journalSequence: this.#org.journal.entries().at(-1)?.sequence ?? 0,
      matched: 0,
      applied: 0,
    };
    if (rule.effect.type === 'rowError') {
      this.#guard(rule.match.object);
    }
    this.#rules.set(rule.id, rule);
    return rule;
  }

  all(): readonly FaultRule[] {
    return [...this.#rules.values()];
  }

  /** Deletes a rule and lets go of the requests it holds. */
  remove(id: string): boolean {
    const existed = this.#rules.delete(id);
    (this.#waiting.get(id) ?? []).forEach(release => release());
    this.#waiting.delete(id);
    return existed;
  }

  clear(): void {
    [...this.#rules.keys()].forEach(id => this.remove(id));
  }

  /** The rule that meets a request; counts it. */
  meet(target: FaultTarget): FaultRule | undefined {
    for (const rule of this.#rules.values()) {
      if (
        rule.effect.type !== 'rowError' &&
        this.#fits(rule, target) &&
        useUp(rule)
      ) {
        return rule;
      }
    }
    return undefined;
  }

  /** Resolves when the rule is deleted. */
  untilRemoved(rule: FaultRule): Promise<void> {
    if (!this.#rules.has(rule.id)) {
      return Promise.resolve();
    }
    return new Promise(resolve => {
      const waiting = this.#waiting.get(rule.id) ?? [];
      this.#waiting.set(rule.id, [...waiting, resolve]);
    });
  }

  /** How many requests wait for a rule to be deleted. */
  held(id: string): number {
    return this.#waiting.get(id)?.length ?? 0;
  }

  #fits(rule: FaultRule, target: FaultTarget): boolean {
    const { method, path, object, user, body } = rule.match;
    return (
      (!method || method.toUpperCase() === target.method) &&
      (!path || new RegExp(path).test(target.url)) &&
      (!user || this.#isUser(user, target.userId)) &&
      (!object || namesObject(object, target)) &&
      (!body || new RegExp(body).test(target.body()))
    );
  }

  #isUser(user: string, userId: string | null): boolean {
    const row = userId && this.#org.store.get('User', userId);
    return (
      row !== null &&
      typeof row === 'object' &&
      (row.Id === normalizeId(user) ||
        String(row.Username).toLowerCase() === user.toLowerCase())
    );
  }

  /** Puts a rule into the engine, once per object. */
  #guard(object: string | undefined): void {
    const definition = this.#org.schema.get(object ?? '');
    if (!definition) {
      throw new Error('A row error needs match.object, an sobject of the org');
    }
    if (this.#guardedObjects.has(definition.name)) {
      return;
    }
    this.#guardedObjects.add(definition.name);
    const rules: ObjectRules = {
      object: definition.name,
      beforeInsert: event =>
        this.#refuseRow(definition.name, 'insert', null, event.ctx.userId),
      beforeUpdate: event =>
        this.#refuseRow(
          definition.name,
          'update',
          event.before.Id,
          event.ctx.userId,
        ),
      beforeDelete: event =>
        this.#refuseRow(
          definition.name,
          'delete',
          event.row.Id,
          event.ctx.userId,
        ),
    };
    this.#org.rules.register(rules);
  }

  #refuseRow(
    object: string,
    operation: 'insert' | 'update' | 'delete',
    id: string | null,
    userId: string,
  ): void {
    for (const rule of this.#rules.values()) {
      const { effect, match } = rule;
      if (
        effect.type === 'rowError' &&
        match.object?.toLowerCase() === object.toLowerCase() &&
        effect.operations.includes(operation) &&
        (!effect.id || normalizeId(effect.id) === id) &&
        (!match.user || this.#isUser(match.user, userId)) &&
        useUp(rule)
      ) {
        throw new SalesforceError({
          httpStatus: effect.status,
          errorCode: effect.errorCode,
          message: effect.message,
          fields: [],
        });
      }
    }
  }
}

/** Counts a fit; true when the rule is to be applied to it. */
function useUp(rule: FaultRule): boolean {
  const exhausted = rule.times !== null && rule.applied >= rule.times;
  if (exhausted) {
    return false;
  }
  rule.matched += 1;
  if (rule.matched <= rule.skip) {
    return false;
  }
  rule.applied += 1;
  return true;
}

/** In the path, after FROM, or as a type or URL in the body. */
function namesObject(object: string, target: FaultTarget): boolean {
  const name = object.replace(/\W/g, '');
  const inUrl = new RegExp(
    `(?:/(?:sobjects|tree)/${name}(?=[/?]|$))|(?:\\bFROM\\s+${name}\\b)`,
    'i',
  );
  const inBody = new RegExp(
    `(?:/sobjects/${name}\\b)|(?:"(?:type|object)"\\s*:\\s*"${name}")`,
    'i',
  );
  return inUrl.test(target.url) || inBody.test(target.body());
}
