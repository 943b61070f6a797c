import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type { Me } from '@salesdesk/backstage-plugin-salesforce-common';
import express, { type Router } from 'express';
import type { DataService } from '../data/DataService';
import type { SavedQueries } from '../data/SavedQueries';
import type { DelegationService } from '../approvals/DelegationService';
import type { AuthorizedAccessReviews } from '../permissions/AuthorizedAccessReviews';
import type { AuthorizedAuditLog } from '../permissions/AuthorizedAuditLog';
import type { AuthorizedBoards } from '../permissions/AuthorizedBoards';
import type { AuthorizedCatalogFacts } from '../permissions/AuthorizedCatalogFacts';
import type { AuthorizedInventory } from '../permissions/AuthorizedInventory';
import type { AuthorizedOrgService } from '../permissions/AuthorizedOrgService';
import type { AuthorizedPersonLinks } from '../permissions/AuthorizedPersonLinks';
import type { Caller } from '../permissions/Caller';
import type { Callers } from '../permissions/Callers';
import type { LoginService } from '../personal/LoginService';
import type { PolicyService } from '../policies/PolicyService';
import type { ActionDescriptions } from '../requests/ActionDescriptions';
import type { AuthorizedSeats } from '../seats';
import type { RequestService } from '../requests/RequestService';
import { spec } from '../schema/openapi.generated';
import type { AssistantService } from '../assistant';
import { addAccessReviewRoutes } from './accessReviewRoutes';
import { addActionRoutes } from './actionRoutes';
import { addApprovalRoutes } from './approvalRoutes';
import { answerErrors } from './answerErrors';
import { addAssistantRoutes } from './assistantRoutes';
import { Auditing } from './Auditing';
import { addAuditRoutes } from './auditRoutes';
import { addLinkRoutes } from './linkRoutes';
import { addDataRoutes } from './dataRoutes';
import { addCatalogRoutes } from './catalogRoutes';
import { addBoardRoutes } from './boardRoutes';
import { addInventoryRoutes } from './inventoryRoutes';
import { addOrgRoutes } from './orgRoutes';
import { addPeopleRoutes } from './peopleRoutes';
import { addPersonalRoutes } from './personalRoutes';
import { addPolicyRoutes } from './policyRoutes';
import { readJson } from './readJson';
import { refuseBrokenAddress } from './refuseBrokenAddress';
import { refuseUnstorableText } from './refuseUnstorableText';
import { addSeatRoutes } from './seatRoutes';
import { addRequestRoutes } from './requestRoutes';
import { RouteContext } from './RouteContext';
import { spareCompression } from './spareCompression';

/** What the routes call. Every one of these guards itself. */
export interface RouterServices {
  requests: RequestService;
  descriptions: ActionDescriptions;
  delegations: DelegationService;
  policies: PolicyService;
  orgs: AuthorizedOrgService;
  inventory: AuthorizedInventory;
  inventoryApi: AuthorizedBoards;
  accessReviews: AuthorizedAccessReviews;
  seats: AuthorizedSeats;
  catalogFacts: AuthorizedCatalogFacts;
  auditLog: AuthorizedAuditLog;
  assistant: AssistantService;
  personal: LoginService;
  links: AuthorizedPersonLinks;
  dataService: DataService;
  savedQueries: SavedQueries;
  describeMe(caller: Caller): Promise<Me>;
}

/**
 * The HTTP API. Requests are checked against the OpenAPI document before any
 * route sees them; the document is served at `/openapi.json`.
 */
export function createRouter(options: {
  services: RouterServices;
  callers: Callers;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  logger: LoggerService;
}): Router {
  const { services, callers, httpAuth, auditor, logger } = options;
  // Comparing its type with a plain router takes the compiler seconds.
  const router = createValidatedOpenApiRouter(spec, {
    middleware: [refuseBrokenAddress],
  }) as unknown as Router;
  router.use(refuseUnstorableText);
  router.use(spareCompression);
  const context = new RouteContext({
    httpAuth,
    callers,
    auditing: new Auditing({ auditor }),
  });
  addPeopleRoutes({ router, context, ...services });
  addActionRoutes({ router, context, ...services });
  addRequestRoutes({ router, context, ...services });
  addApprovalRoutes({ router, context, ...services });
  addOrgRoutes({ router, context, ...services });
  addLinkRoutes({ router, context, ...services });
  addPersonalRoutes({ router, context, ...services });
  addPolicyRoutes({ router, context, ...services });
  addAuditRoutes({ router, context, ...services });
  addInventoryRoutes({ router, context, ...services });
  addCatalogRoutes({ router, context, ...services });
  addSeatRoutes({ router, context, ...services });
  addAccessReviewRoutes({ router, context, ...services });
  addBoardRoutes({ router, context, ...services });
  addAssistantRoutes({ router, context, ...services });
  addDataRoutes({ router, context, ...services });
  // Bodies are read outside: what checks requests makes a 400 of every error.
  const outer = express.Router();
  outer.use(readJson, router, answerErrors({ logger }));
  return outer;
}
