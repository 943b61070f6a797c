import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { AfterReviews } from '../approvals/AfterReviews';
import { ApprovalGate } from '../approvals/ApprovalGate';
import { ApprovalNudges } from '../approvals/ApprovalNudges';
import { ApprovalWithdrawal } from '../approvals/ApprovalWithdrawal';
import type { Delegations } from '../approvals/Delegations';
import { RequestAmendment } from '../approvals/RequestAmendment';
import { ReviewerAliases, type FindUserId } from '../approvals/ReviewerAliases';
import { ReviewLapses } from '../approvals/ReviewLapses';
import { ReviewRights } from '../approvals/ReviewRights';
import type { Witnesses } from '../approvals/Witnesses';
import type { AuditLog } from '../audit';
import type { JobQueue } from '../executor';
import type { Outbox } from '../outbox';
import type { PolicyBook } from '../policies/PolicyBook';
import type { ActionCatalog } from './ActionCatalog';
import type { ActionContexts } from './ActionContexts';
import { AuthorizedRequestService } from './AuthorizedRequestService';
import { DefaultPlanStore } from './DefaultPlanStore';
import { DefaultRequestPlanner } from './DefaultRequestPlanner';
import { DefaultRequestService } from './DefaultRequestService';
import { DraftBuilder } from './DraftBuilder';
import type { OrgDirectory } from './OrgDirectory';
import type { PeopleDirectory } from './PeopleDirectory';
import { PolicyDecider } from './PolicyDecider';
import { ReadActions } from './ReadActions';
import { RequestExpiry } from './RequestExpiry';
import type { RequestPlanner } from './RequestPlanner';
import { RequestReader } from './RequestReader';
import { RequestStop } from './RequestStop';
import { RequestRetry } from './RequestRetry';
import { RequestReviews } from './RequestReviews';
import type { RequestService } from './RequestService';
import { RequestSubmission } from './RequestSubmission';
import { RequestViews } from './RequestViews';
import { RequestWithdrawal } from './RequestWithdrawal';
import { UndoPlanner } from './UndoPlanner';
import { UnseenChanges } from './UnseenChanges';

/** What requests are made of. */
export interface RequestServiceDependencies {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  jobs: JobQueue;
  actions: ActionCatalog;
  contexts: ActionContexts;
  orgs: OrgDirectory;
  people: PeopleDirectory;
  book: PolicyBook;
  delegations: Delegations;
  findUserId: FindUserId;
  witnesses: Witnesses;
  logger: LoggerService;
  now: () => Date;
  newId: () => string;
}

/** The parts of requests that others use; the service is the guarded one. */
export interface RequestModule {
  requests: RequestService;
  planner: RequestPlanner;
  planStore: DefaultPlanStore;
  retries: RequestRetry;
  expiry: RequestExpiry;
  nudges: ApprovalNudges;
  gate: ApprovalGate;
}

/** Puts the parts of requests together. */
export function createRequestService(
  dependencies: RequestServiceDependencies,
): RequestModule {
  const { knex, actions, book } = dependencies;
  const aliases = new ReviewerAliases(dependencies);
  const rights = new ReviewRights(dependencies);
  const decider = new PolicyDecider({ ...dependencies, policies: book });
  const lapses = new ReviewLapses({ ...dependencies, rights });
  const parts = { ...dependencies, aliases, rights, lapses };
  const views = new RequestViews(parts);
  const undo = new UndoPlanner({ knex });
  const retries = new RequestRetry(dependencies);
  const planStore = DefaultPlanStore.create(dependencies);
  const withdrawal = new RequestWithdrawal({
    ...dependencies,
    planStore,
    unseen: new UnseenChanges(dependencies),
  });
  const inner = DefaultRequestService.create({
    ...dependencies,
    views,
    undo,
    withdrawal,
    drafts: new DraftBuilder({ ...dependencies, decider }),
    approvalWithdrawal: new ApprovalWithdrawal(dependencies),
    amendments: new RequestAmendment(dependencies),
    afterReviews: new AfterReviews(parts),
    submission: new RequestSubmission(dependencies),
    reviews: new RequestReviews(parts),
    retries,
    stops: new RequestStop(dependencies),
    reader: new RequestReader({ ...parts, views }),
    reads: new ReadActions(dependencies),
  });
  return {
    requests: AuthorizedRequestService.create({ inner, knex }),
    planner: DefaultRequestPlanner.create({ knex, actions, undo }),
    planStore,
    retries,
    expiry: new RequestExpiry({ ...dependencies, withdrawal }),
    nudges: new ApprovalNudges(dependencies),
    gate: new ApprovalGate({ ...parts, decider }),
  };
}
