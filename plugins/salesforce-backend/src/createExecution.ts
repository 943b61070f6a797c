import { explainRefusal, type DefaultActionContexts } from './actions';
import type { Delegations } from './approvals/Delegations';
import { createWitnesses } from './approvals/createWitnesses';
import type { AuditLog } from './audit';
import { DatabaseJobQueue, DefaultExecutor, type Executor } from './executor';
import {
  leaseMilliseconds,
  type HostServices,
  type ProcessSeams,
} from './hostServices';
import type { OrgService } from './orgs';
import type { Outbox } from './outbox';
import type { PersonService, SalesforceUserService } from './people';
import type { PolicyBook } from './policies/PolicyBook';
import { createRequestService } from './requests/createRequestService';
import type { OrgDirectory } from './requests/OrgDirectory';
import type { PeopleDirectory } from './requests/PeopleDirectory';
import { nameFullPools } from './seats';

/** Requests, and what runs them when they are approved. */
export function createExecution(
  options: Pick<
    HostServices,
    'actions' | 'knex' | 'logger' | 'absentPeople' | 'permissionsRegistry'
  > & {
    auditLog: AuditLog;
    outbox: Outbox;
    contexts: DefaultActionContexts;
    orgs: Pick<OrgService, 'ownersOf'>;
    orgDirectory: OrgDirectory;
    people: PeopleDirectory;
    persons: PersonService;
    users: Pick<SalesforceUserService, 'userIdOf'>;
    book: PolicyBook;
    delegations: Delegations;
    seams: ProcessSeams;
    newId: () => string;
    owner: string;
  },
) {
  const { actions, contexts, orgs, orgDirectory, users, seams } = options;
  const { now } = seams;
  // The queue wakes the executor, which is made of what uses the queue.
  const late: { executor?: Executor } = {};
  const jobs = DatabaseJobQueue.create({
    now,
    onCommitted: () => late.executor?.wake(),
  });
  const { planner, planStore, gate, ...parts } = createRequestService({
    ...options,
    jobs,
    orgs: orgDirectory,
    findUserId: person => users.userIdOf(person),
    witnesses: createWitnesses({ ...options, orgs: orgDirectory }),
    now,
  });
  const executor = (late.executor = DefaultExecutor.create({
    ...options,
    planStore,
    orgAdmins: { adminsOf: orgId => orgs.ownersOf(orgId) },
    contexts: contexts.forExecution,
    actions: {
      find: actionId => {
        const action = actions.find(actionId);
        return action?.kind === 'write' ? action : undefined;
      },
    },
    planner,
    approvals: gate,
    explain: explainRefusal,
    completeBlockers: nameFullPools,
    now,
    wait: seams.wait,
    random: Math.random,
    leaseMilliseconds,
    concurrency: seams.concurrency,
    checkpoint: seams.checkpoint,
  }));
  return { ...parts, executor };
}
