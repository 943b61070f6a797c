import { createPermissionRule } from '@backstage/plugin-permission-node';
import type { Risk } from '@salesdesk/backstage-plugin-salesforce-common';
import { z } from 'zod';
import type {
  SalesforceRequestFilter,
  SalesforceRequestResource,
} from './SalesforceRequestResource';
import { salesforceRequestResourceRef } from './salesforceRequestResourceRef';

const risks = ['low', 'medium', 'high', 'critical'] as const satisfies Risk[];

// Entity refs are compared without regard to case, like the catalog does.
const normalize = (refs: string[]) =>
  refs.map(ref => ref.toLocaleLowerCase('en-US'));

const entityRefs = (description: string) =>
  z.array(z.string().min(1)).nonempty().describe(description);

/** Requests that one of these people asked for. @public */
export const isRequester = createPermissionRule({
  name: 'IS_REQUESTER',
  description: 'Allow requests that one of these people asked for',
  resourceRef: salesforceRequestResourceRef,
  paramsSchema: z.object({
    userRefs: entityRefs('Entity refs of people, e.g. user:default/erin.walsh'),
  }),
  apply: (request, { userRefs }) =>
    normalize(userRefs).includes(request.requesterRef),
  toQuery: ({ userRefs }) => ({
    key: 'requesterRef',
    values: normalize(userRefs),
  }),
});

/** Requests of people about nothing but their own Salesforce user. @public */
export const isOwnUser = createPermissionRule({
  name: 'IS_OWN_USER',
  description:
    'Allow requests whose only target is the Salesforce user of the person who asks',
  resourceRef: salesforceRequestResourceRef,
  apply: (request: SalesforceRequestResource) => request.isOwnUser,
  toQuery: (): SalesforceRequestFilter => ({
    key: 'isOwnUser',
    values: [true],
  }),
});

/** Requests about nothing but records that the person who asks owns. @public */
export const ownsTargets = createPermissionRule({
  name: 'OWNS_TARGETS',
  description:
    'Allow requests whose targets all are Salesforce records that the person who asks owns, such as their own opportunities',
  resourceRef: salesforceRequestResourceRef,
  apply: (request: SalesforceRequestResource) => request.ownsTargets,
  toQuery: (): SalesforceRequestFilter => ({
    key: 'ownsTargets',
    values: [true],
  }),
});

/** Requests for one of these actions. @public */
export const hasAction = createPermissionRule({
  name: 'HAS_ACTION',
  description: 'Allow requests for one of these actions',
  resourceRef: salesforceRequestResourceRef,
  paramsSchema: z.object({
    actions: z
      .array(z.string().min(1))
      .nonempty()
      .describe('Ids of actions, e.g. salesforce_reset_password'),
  }),
  apply: (request, { actions }) => actions.includes(request.actionId),
  toQuery: ({ actions }) => ({ key: 'actionId', values: actions }),
});

/** Requests up to a risk. @public */
export const hasRiskAtMost = createPermissionRule({
  name: 'HAS_RISK_AT_MOST',
  description: 'Allow requests for actions up to this risk',
  resourceRef: salesforceRequestResourceRef,
  paramsSchema: z.object({
    risk: z.enum(risks).describe('The highest risk that is allowed'),
  }),
  apply: (request, { risk }) =>
    risks.indexOf(request.risk) <= risks.indexOf(risk),
  toQuery: ({ risk }) => ({
    key: 'risk',
    values: risks.slice(0, risks.indexOf(risk) + 1),
  }),
});

/** Requests in one of these orgs. @public */
export const inOrg = createPermissionRule({
  name: 'IN_ORG',
  description: 'Allow requests in one of these orgs',
  resourceRef: salesforceRequestResourceRef,
  paramsSchema: z.object({
    orgs: z.array(z.string().min(1)).nonempty().describe('Ids of orgs'),
  }),
  apply: (request, { orgs }) => orgs.includes(request.orgId),
  toQuery: ({ orgs }) => ({ key: 'orgId', values: orgs }),
});

/** Requests whose targets all belong to one of these groups. @public */
export const targetInGroup = createPermissionRule({
  name: 'TARGET_IN_GROUP',
  description:
    'Allow requests whose targets all are people of one of these catalog groups',
  resourceRef: salesforceRequestResourceRef,
  paramsSchema: z.object({
    groupRefs: entityRefs('Entity refs of groups, e.g. group:default/sales-na'),
  }),
  apply: (request, { groupRefs }) =>
    normalize(groupRefs).some(ref => request.targetGroupRefs.includes(ref)),
  toQuery: ({ groupRefs }) => ({
    key: 'targetGroupRef',
    values: normalize(groupRefs),
  }),
});

/** Requests of people who report to one of these people. @public */
export const isManagerOfRequester = createPermissionRule({
  name: 'IS_MANAGER_OF_REQUESTER',
  description: 'Allow requests of people who report to one of these people',
  resourceRef: salesforceRequestResourceRef,
  paramsSchema: z.object({
    userRefs: entityRefs('Entity refs of managers'),
  }),
  apply: (request, { userRefs }) =>
    request.managerRef !== undefined &&
    normalize(userRefs).includes(request.managerRef),
  toQuery: ({ userRefs }) => ({
    key: 'managerRef',
    values: normalize(userRefs),
  }),
});

/** Requests with up to a number of targets. @public */
export const sizeAtMost = createPermissionRule({
  name: 'SIZE_AT_MOST',
  description: 'Allow requests with at most this number of targets',
  resourceRef: salesforceRequestResourceRef,
  paramsSchema: z.object({
    size: z.number().int().min(0).describe('The highest number of targets'),
  }),
  apply: (request, { size }) => request.size <= size,
  toQuery: ({ size }) => ({ key: 'sizeAtMost', values: [size] }),
});

/**
 * The rules for conditional decisions about requests, by key.
 *
 * @public
 */
export const salesforceRequestRules = {
  isRequester,
  isOwnUser,
  ownsTargets,
  hasAction,
  hasRiskAtMost,
  inOrg,
  targetInGroup,
  isManagerOfRequester,
  sizeAtMost,
};
