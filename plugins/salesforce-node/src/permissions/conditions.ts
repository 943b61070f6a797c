import { createConditionExports } from '@backstage/plugin-permission-node';
import { salesforceRequestRules } from './rules';
import { salesforceRequestResourceRef } from './salesforceRequestResourceRef';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: salesforceRequestResourceRef,
  rules: salesforceRequestRules,
});

/**
 * Conditions for permission policies, e.g.
 * `salesforceConditions.isRequester({ userRefs: [user.info.userEntityRef] })`.
 *
 * @public
 */
export const salesforceConditions = conditions;

/**
 * Makes a decision that holds for the requests that meet the conditions. It
 * fits every permission whose resource is a request.
 *
 * @public
 */
export const createSalesforceConditionalDecision = createConditionalDecision;
