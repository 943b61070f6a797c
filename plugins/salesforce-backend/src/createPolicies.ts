import type { Knex } from 'knex';
import type { AuditLog } from './audit';
import type { Callers } from './permissions/Callers';
import { AuthorizedPolicyService } from './policies/AuthorizedPolicyService';
import { DefaultPolicyService } from './policies/DefaultPolicyService';
import type { PolicyBook } from './policies/PolicyBook';
import { PolicyReplays } from './policies/PolicyReplays';
import { PolicyTrials } from './policies/PolicyTrials';
import type { ActionCatalog } from './requests/ActionCatalog';
import { ActionDescriptions } from './requests/ActionDescriptions';
import type { OrgDirectory } from './requests/OrgDirectory';
import type { PeopleDirectory } from './requests/PeopleDirectory';

/** Policies as people read and change them, and actions as they are offered. */
export function createPolicies(options: {
  knex: Knex;
  auditLog: AuditLog;
  actions: ActionCatalog;
  book: PolicyBook;
  callers: Callers;
  orgDirectory: OrgDirectory;
  people: PeopleDirectory;
  now: () => Date;
}) {
  const { knex, book, callers, orgDirectory: orgs, people, now } = options;
  const inner = DefaultPolicyService.create({
    ...options,
    replays: new PolicyReplays({ knex, people, now }),
    trials: new PolicyTrials({ book, orgs, people, now }),
  });
  return {
    policies: AuthorizedPolicyService.create({ inner, callers }),
    descriptions: new ActionDescriptions(options),
  };
}
