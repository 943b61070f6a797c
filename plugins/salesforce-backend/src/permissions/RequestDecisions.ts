import type {
  PermissionsRegistryService,
  PermissionsService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PermissionCriteria,
  type PolicyDecision,
  type QueryPermissionRequest,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  salesforceActionReadPermission,
  salesforceOrgManagePermission,
  salesforceRequestBreakGlassPermission,
  salesforceRequestCancelPermission,
  salesforceRequestCreatePermission,
  salesforceRequestDecidePermission,
  salesforceRequestReadPermission,
  salesforceRequestSkipApprovalPermission,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  salesforceRequestResourceRef,
  type SalesforceRequestFilter,
  type SalesforceRequestResource,
} from '@salesdesk/backstage-plugin-salesforce-node';

const permissions = {
  create: salesforceRequestCreatePermission,
  skipApproval: salesforceRequestSkipApprovalPermission,
  breakGlass: salesforceRequestBreakGlassPermission,
  decide: salesforceRequestDecidePermission,
  read: salesforceRequestReadPermission,
  cancel: salesforceRequestCancelPermission,
  runReads: salesforceActionReadPermission,
};

/**
 * The framework's query takes any permission, and answers yes or no where one is
 * about no resource; its type names only those that are.
 */
const manageOrgs = {
  permission: salesforceOrgManagePermission,
} as unknown as QueryPermissionRequest;

/** What one may want to do with a request. */
export type RequestVerb = keyof typeof permissions;

/** Which requests somebody may act on, as a condition for a query. */
export type RequestScope =
  | { kind: 'all' }
  | { kind: 'none' }
  | { kind: 'some'; criteria: PermissionCriteria<SalesforceRequestFilter> };

/**
 * What the host's roles let one person do with requests, and whether they
 * manage orgs, which decides who may retry. The decisions are fetched in one
 * round trip; conditional ones are then applied here, to any
 * number of requests. Only ALLOW passes.
 */
export class RequestDecisions {
  readonly #decisions: Record<RequestVerb, PolicyDecision>;
  readonly #orgs: PolicyDecision;
  readonly #ruleset: ReturnType<typeof rulesetOf>;

  static async fetch(options: {
    permissions: Pick<PermissionsService, 'authorizeConditional'>;
    permissionsRegistry: PermissionsRegistryService;
    credentials: BackstageCredentials;
  }): Promise<RequestDecisions> {
    const verbs = Object.keys(permissions) as RequestVerb[];
    const answers = await options.permissions.authorizeConditional(
      [
        ...verbs.map(verb => ({ permission: permissions[verb] })),
        manageOrgs,
      ],
      { credentials: options.credentials },
    );
    const answerTo = (index: number): PolicyDecision =>
      answers[index] ?? { result: AuthorizeResult.DENY };
    return new RequestDecisions({
      decisions: Object.fromEntries(
        verbs.map((verb, index) => [verb, answerTo(index)]),
      ) as Record<RequestVerb, PolicyDecision>,
      orgs: answerTo(verbs.length),
      ruleset: rulesetOf(options.permissionsRegistry),
    });
  }

  private constructor(options: {
    decisions: Record<RequestVerb, PolicyDecision>;
    orgs: PolicyDecision;
    ruleset: ReturnType<typeof rulesetOf>;
  }) {
    this.#decisions = options.decisions;
    this.#orgs = options.orgs;
    this.#ruleset = options.ruleset;
  }

  /** Whether they manage Salesforce orgs. */
  get managesOrgs(): boolean {
    return this.#orgs.result === AuthorizeResult.ALLOW;
  }

  /** Whether the host's roles said the same both times. */
  isSameAs(other: RequestDecisions): boolean {
    return this.#inOneLine() === other.#inOneLine();
  }

  /** What was decided; an answer also carries an id that is new each time. */
  #inOneLine(): string {
    return JSON.stringify(
      [...Object.values(this.#decisions), this.#orgs].map(decision =>
        decision.result === AuthorizeResult.CONDITIONAL
          ? decision.conditions
          : decision.result,
      ),
    );
  }

  /** Whether this request, or draft, is allowed. */
  allows(verb: RequestVerb, resource: SalesforceRequestResource): boolean {
    return createConditionAuthorizer(this.#ruleset)(
      this.#decisions[verb],
      resource,
    );
  }

  /** What can be said without a request. */
  inGeneral(verb: RequestVerb): 'yes' | 'depends' | 'no' {
    switch (this.#decisions[verb].result) {
      case AuthorizeResult.ALLOW:
        return 'yes';
      case AuthorizeResult.CONDITIONAL:
        return 'depends';
      default:
        return 'no';
    }
  }

  /** The allowed requests, as a condition that a query carries into SQL. */
  scope(verb: RequestVerb): RequestScope {
    const decision = this.#decisions[verb];
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return { kind: 'all' };
      case AuthorizeResult.CONDITIONAL:
        return {
          kind: 'some',
          criteria: createConditionTransformer(this.#ruleset)(
            decision.conditions,
          ),
        };
      default:
        return { kind: 'none' };
    }
  }
}

function rulesetOf(permissionsRegistry: PermissionsRegistryService) {
  return permissionsRegistry.getPermissionRuleset(salesforceRequestResourceRef);
}
