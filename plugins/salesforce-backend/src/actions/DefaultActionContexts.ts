import type {
  ActionContext,
  SalesforceWriter,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { RunQueryAs } from '../data';
import type { ExecutionContexts } from '../executor/ExecutorSeams';
import { BatchingReader } from '../gateway';
import { DefaultNameResolver } from '../inventory';
import type { GatewayProvider, OrgConnection } from '../orgs';
import { recordUrls } from '../orgs/recordUrl';
import type { PersonService } from '../people';
import type { ActionContexts } from '../requests/ActionContexts';
import type { CursorSealer } from './CursorSealer';

/** What contexts are made of. */
export interface DefaultActionContextsOptions {
  gateways: GatewayProvider;
  /** Whose eyes reads are done with. */
  data: RunQueryAs;
  people: PersonService;
  /** `salesforce.matching.byEmail` */
  byEmail: boolean;
  cursors: CursorSealer;
  now: () => Date;
}

/**
 * Opens orgs for actions: for a preview with a reader alone, for a run with
 * the writer too. Each context batches its own reads, so that what one request
 * asks for shares API calls and nothing else.
 */
export class DefaultActionContexts implements ActionContexts {
  readonly #options: DefaultActionContextsOptions;

  static create(options: DefaultActionContextsOptions): DefaultActionContexts {
    return new DefaultActionContexts(options);
  }

  private constructor(options: DefaultActionContextsOptions) {
    this.#options = options;
  }

  async open(options: {
    orgId: string;
    requesterRef: string;
  }): Promise<ActionContext> {
    const connection = await this.#options.gateways.connect(options.orgId);
    return this.#contextOf(connection, options.requesterRef);
  }

  async openForRead(options: {
    orgId: string;
    requesterRef: string;
    mayReadAll: boolean;
  }): ReturnType<ActionContexts['openForRead']> {
    const { orgId, requesterRef, mayReadAll } = options;
    const { gateways, data } = this.#options;
    const personal = await data.open({
      orgId,
      personRef: requesterRef,
      mayReadAll,
    });
    const connection = await gateways.connect(orgId);
    return {
      context: this.#contextOf(connection, requesterRef, personal.reader),
      notes: personal.notes,
      restrictedTo: personal.restrictedTo,
    };
  }

  /** The same with the writer, for the executor. */
  get forExecution(): ExecutionContexts {
    return {
      open: async ({ orgId, requesterRef }) => {
        const connection = await this.#options.gateways.connect(orgId);
        const writer: SalesforceWriter = connection.gateway;
        return {
          context: this.#contextOf(connection, requesterRef),
          writer,
          isCurrent: () => connection.isCurrent(),
        };
      },
    };
  }

  #contextOf(
    connection: OrgConnection,
    requesterRef: string,
    reader: BatchingReader = new BatchingReader(connection.gateway),
  ): ActionContext {
    const { org, integrationUserId } = connection;
    const { people, byEmail, cursors, now } = this.#options;
    const urlOf = recordUrls(org.instanceUrl);
    return {
      org,
      reader,
      resolver: DefaultNameResolver.create({
        reader,
        people,
        orgId: org.id,
        requesterRef,
        byEmail,
        urlOf: id => urlOf('User', id),
      }),
      requester: { ref: requesterRef },
      now: now(),
      recordUrl: urlOf,
      protectedUserIds: [integrationUserId],
      cursors: cursors.forPerson({ orgId: org.id, personRef: requesterRef }),
    };
  }
}
