import type { OrgOperations } from '../core/types';
import {
  connectedAppSchema,
  platformCliApp,
  type ConnectedApp,
  type ConnectedAppInput,
} from './ConnectedApp';
import { findUserByUsername } from './findUser';

/**
 * The apps of an org. Their settings live here, because Salesforce shows
 * only a few of them as fields; a ConnectedApplication row stands for each, so
 * that queries find it and SetupEntityAccess can point to it.
 */
export class ConnectedAppRegistry {
  readonly #org: OrgOperations;
  readonly #initial: readonly ConnectedAppInput[];
  readonly #apps = new Map<string, ConnectedApp>();
  /** `clientId userId` of those who pressed Allow. */
  readonly #approvals = new Set<string>();

  constructor(options: {
    org: OrgOperations;
    apps?: readonly ConnectedAppInput[];
  }) {
    this.#org = options.org;
    this.#initial = [platformCliApp, ...(options.apps ?? [])];
    this.reset();
  }

  /** The apps that were there at the start, and nobody's approvals. */
  reset(): void {
    this.#apps.clear();
    this.#approvals.clear();
    this.#initial.forEach(app => this.register(app));
  }

  /** Adds an app, or replaces the one with the same client id. */
  register(input: ConnectedAppInput): ConnectedApp {
    const app = connectedAppSchema.parse(input);
    this.#apps.set(app.clientId, app);
    this.#storeRow(app);
    return app;
  }

  get(clientId: string): ConnectedApp | undefined {
    return this.#apps.get(clientId);
  }

  all(): readonly ConnectedApp[] {
    return [...this.#apps.values()];
  }

  approve(app: ConnectedApp, userId: string): void {
    this.#approvals.add(`${app.clientId} ${userId}`);
  }

  hasApproved(app: ConnectedApp, userId: string): boolean {
    return (
      this.#approvals.has(`${app.clientId} ${userId}`) ||
      app.approvedBy.some(
        username => findUserByUsername(this.#org, username)?.Id === userId,
      )
    );
  }

  /** Whether an admin gave the user the app, by profile or permission set. */
  isAdminApproved(app: ConnectedApp, userId: string): boolean {
    const { store } = this.#org;
    const row = store.findBy('ConnectedApplication', 'Name', app.name)[0];
    if (!row) {
      return false;
    }
    const granted = new Set(
      store
        .findBy('SetupEntityAccess', 'SetupEntityId', row.Id)
        .map(access => access.ParentId),
    );
    return store
      .findBy('PermissionSetAssignment', 'AssigneeId', userId)
      .some(assignment => granted.has(assignment.PermissionSetId));
  }

  #storeRow(app: ConnectedApp): void {
    const org = this.#org;
    if (
      !org.schema.get('ConnectedApplication') ||
      org.store.findBy('ConnectedApplication', 'Name', app.name).length > 0
    ) {
      return;
    }
    org.store.load('ConnectedApplication', [
      {
        Name: app.name,
        OptionsAllowAdminApprovedUsersOnly: app.adminApprovedOnly,
      },
    ]);
  }
}
