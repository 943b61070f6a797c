import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { defaultPolicies, layerPolicies } from '../policy/defaultPolicies';
import {
  partialPolicySchema,
  whatComesTooLate,
  type PartialPolicy,
} from '../policy/policySchema';

/** Policies of the configuration. */
export interface PolicyConfig {
  /** `salesforce.policies.default`: laid over every action. */
  base?: PartialPolicy;
  /** `salesforce.policies.<action>`: laid over one action. */
  byAction: Map<string, PartialPolicy>;
}

/**
 * Reads `salesforce.policies`. A mistake stops the start: a policy that means
 * something else than what was written is worse than none.
 */
export function readPolicyConfig(config: Config): PolicyConfig {
  const policies = config.getOptionalConfig('salesforce.policies');
  const byAction = new Map<string, PartialPolicy>();
  let base: PartialPolicy | undefined;
  for (const key of policies?.keys() ?? []) {
    const parsed = partialPolicySchema.safeParse(policies?.get(key));
    if (!parsed.success) {
      throw new InputError(
        `The configuration 'salesforce.policies.${key}' is not a policy: ${z.prettifyError(
          parsed.error,
        )}`,
      );
    }
    if (key === 'default') base = parsed.data;
    else byAction.set(key, parsed.data);
  }
  for (const [key, ofAction] of [
    ['default', undefined] as const,
    ...byAction,
  ]) {
    const policy = layerPolicies(defaultPolicies[key], base, ofAction);
    for (const { path, message } of whatComesTooLate(policy)) {
      throw new InputError(
        `The configuration 'salesforce.policies.${key}.${path.join(
          '.',
        )}' comes too late: ${message}`,
      );
    }
  }
  return { ...(base ? { base } : {}), byAction };
}
