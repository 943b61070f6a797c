import {
  SalesdeskError,
  salesforceInventoryReadPermission,
  salesforceOrgManagePermission,
  type OrgSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { BoardService } from '../boards';
import type { EffectiveAccessService, InventoryReader } from '../inventory';
import { toSyncView } from '../inventory/inventoryViews';
import type { InventorySync } from '../inventory/sync';
import type { OrgService } from '../orgs';
import type { Caller } from './Caller';
import type { Callers } from './Callers';

/**
 * Stands around the inventory and its boards: whoever may read the inventory
 * reads all of it; syncs are started by those who look after orgs.
 */
export class AuthorizedBoards {
  readonly #options: {
    reader: InventoryReader;
    access: EffectiveAccessService;
    boards: BoardService;
    sync: InventorySync;
    orgs: Pick<OrgService, 'list' | 'defaultOrgId'>;
    callers: Callers;
  };

  static create(options: {
    reader: InventoryReader;
    access: EffectiveAccessService;
    boards: BoardService;
    sync: InventorySync;
    orgs: Pick<OrgService, 'list' | 'defaultOrgId'>;
    callers: Callers;
  }): AuthorizedBoards {
    return new AuthorizedBoards(options);
  }

  private constructor(options: {
    reader: InventoryReader;
    access: EffectiveAccessService;
    boards: BoardService;
    sync: InventorySync;
    orgs: Pick<OrgService, 'list' | 'defaultOrgId'>;
    callers: Callers;
  }) {
    this.#options = options;
  }

  /** What may be read, once the caller may; for one org where it is named. */
  async reading(
    caller: Caller,
    orgId?: string,
  ): Promise<{
    reader: InventoryReader;
    access: EffectiveAccessService;
    boards: BoardService;
  }> {
    const { callers, reader, access, boards } = this.#options;
    await callers.demand(salesforceInventoryReadPermission, caller.credentials);
    if (orgId !== undefined) await this.#demandOrg(orgId);
    return { reader, access, boards };
  }

  /** The org that is named, or the default one. */
  async orgId(named: string | undefined): Promise<string> {
    return named ?? this.#options.orgs.defaultOrgId();
  }

  /** Starts a sync. Throws `not_permitted`, `org_not_found`, `org_not_connected`. */
  async startSync(
    input: { orgId: string; mode: 'full' | 'incremental' },
    { caller }: { caller: Caller },
  ) {
    const { callers, sync } = this.#options;
    await callers.demand(salesforceOrgManagePermission, caller.credentials);
    const { status, title } = await this.#demandOrg(input.orgId);
    if (status === 'disconnected') {
      throw new SalesdeskError(
        'ConflictError',
        `"${title}" is disconnected: connect it again, then its inventory can be read`,
        { code: 'org_not_connected' },
      );
    }
    const started = await sync.start({ ...input, requestedBy: caller.ref });
    return toSyncView(started.sync, started.steps);
  }

  async #demandOrg(orgId: string): Promise<OrgSummary> {
    const orgs = await this.#options.orgs.list();
    const org = orgs.find(({ id }) => id === orgId);
    if (org) return org;
    throw new SalesdeskError('NotFoundError', `There is no org '${orgId}'`, {
      code: 'org_not_found',
    });
  }
}
