import type {
  LoggerService,
  PermissionsRegistryService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { AccessReviewService, ReviewClosing } from './accessReviews';
import { ReviewReader } from './accessReviews/ReviewReader';
import { ReviewRevocations } from './accessReviews/ReviewRevocations';
import { ReviewRows } from './accessReviews/ReviewRows';
import type { FindUserId } from './approvals/ReviewerAliases';
import type { AuditLog } from './audit';
import type { BoardService } from './boards';
import type { InventoryReader } from './inventory';
import type { Outbox } from './outbox';
import type { PersonService } from './people';
import {
  AbsentCallers,
  type AbsentPeopleSlot,
} from './permissions/AbsentCallers';
import { AuthorizedAccessReviews } from './permissions/AuthorizedAccessReviews';
import type { AuthorizedBoards } from './permissions/AuthorizedBoards';
import type { Callers } from './permissions/Callers';
import type { RequestService } from './requests/RequestService';

/** Access reviews, and what ends and reminds of them. */
export function createAccessReviews(options: {
  knex: Knex;
  logger: LoggerService;
  permissionsRegistry: PermissionsRegistryService;
  absentPeople: AbsentPeopleSlot;
  auditLog: AuditLog;
  outbox: Outbox;
  requests: RequestService;
  persons: PersonService;
  callers: Callers;
  inventoryReader: InventoryReader;
  boards: BoardService;
  inventoryApi: AuthorizedBoards;
  findUserId: FindUserId;
  ownersOf(orgId: string): Promise<string[]>;
  now: () => Date;
  newId: () => string;
}) {
  const { persons } = options;
  const findReviewer = async (ref: string) =>
    ref.startsWith('group:') ? persons.findGroup(ref) : persons.find(ref);
  const reader = new ReviewReader({
    knex: options.knex,
    describePeople: refs => persons.describe(refs),
  });
  const closing = new ReviewClosing({
    ...options,
    reader,
    revocations: new ReviewRevocations({
      ...options,
      absent: new AbsentCallers({
        slot: options.absentPeople,
        persons,
        permissionsRegistry: options.permissionsRegistry,
      }),
    }),
  });
  const reviews = new AccessReviewService({
    ...options,
    reader,
    rows: ReviewRows.create({
      inventory: options.inventoryReader,
      persons,
      isThere: async ref => (await findReviewer(ref)) !== undefined,
    }),
    findReviewer,
  });
  return {
    accessReviews: AuthorizedAccessReviews.create({
      ...options,
      reviews,
      closing,
      reader,
      inventory: options.inventoryApi,
    }),
    reviewClosing: closing,
  };
}
