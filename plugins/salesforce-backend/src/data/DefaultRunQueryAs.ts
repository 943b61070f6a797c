import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceReader } from '@salesdesk/backstage-plugin-salesforce-node';
import { BatchingReader, type BatchSource } from '../gateway';
import type { GatewayProvider } from '../orgs';
import type { SalesforceUserService } from '../people';
import type { TimedCache } from '../people/TimedCache';
import { AccessFacts, type ObjectAccess } from './AccessFacts';
import { OwnRecordsReader } from './OwnRecordsReader';
import type { PersonalReaders } from './PersonalReaders';
import type { PersonalData, RunQueryAs } from './RunQueryAs';

/** What {@link DefaultRunQueryAs} is made of. */
export interface DefaultRunQueryAsOptions {
  gateways: GatewayProvider;
  users: Pick<SalesforceUserService, 'userIdOf'>;
  personal: PersonalReaders;
  now: () => Date;
}

const ownRecords = 'records that you own';

const unrestricted = {
  notes: () => [],
  restrictedTo: () => undefined,
};

/** @see RunQueryAs */
export class DefaultRunQueryAs implements RunQueryAs {
  readonly #options: DefaultRunQueryAsOptions;
  readonly #objects: TimedCache<ObjectAccess | undefined>;

  static create(options: DefaultRunQueryAsOptions): DefaultRunQueryAs {
    return new DefaultRunQueryAs(options);
  }

  private constructor(options: DefaultRunQueryAsOptions) {
    this.#options = options;
    this.#objects = AccessFacts.cache(options.now);
  }

  async open(options: {
    orgId: string;
    personRef: string;
    mayReadAll: boolean;
  }): Promise<PersonalData> {
    const { orgId, personRef, mayReadAll } = options;
    const { gateways, personal, users } = this.#options;
    // a paused org is paused for everybody, connected or not
    const gateway = await gateways.forOrg(orgId);
    const own = await personal.find({ personRef, orgId });
    if (own) {
      return {
        as: 'person',
        reader: new BatchingReader(settling(own)),
        ...unrestricted,
      };
    }
    const reader = new BatchingReader(gateway);
    if (mayReadAll) return { as: 'integration-user', reader, ...unrestricted };
    const userId = await users.userIdOf({ personRef, orgId });
    if (!userId) {
      throw new SalesdeskError(
        'NotAllowedError',
        'You have no Salesforce user in this org, so there are no records of your own to read',
        { code: 'not_permitted' },
      );
    }
    const narrowed = new OwnRecordsReader({
      reader,
      userId,
      facts: new AccessFacts({ reader, orgId, userId, objects: this.#objects }),
    });
    return {
      as: 'own-records',
      reader: new BatchingReader(narrowed),
      narrowing: narrowed,
      salesforceUserId: userId,
      notes: () => narrowed.notes,
      restrictedTo: () => (narrowed.hasQueried ? ownRecords : undefined),
    };
  }
}

/** A reader whose queries fail each alone. */
function settling(reader: SalesforceReader): BatchSource {
  return {
    query: query => reader.query(query),
    queryMore: next => reader.queryMore(next),
    batch: queries => reader.batch(queries),
    batchSettled: queries =>
      Promise.allSettled(queries.map(query => reader.query(query))),
    queryAll: (query, options) => reader.queryAll(query, options),
    retrieve: options => reader.retrieve(options),
    describe: object => reader.describe(object),
    limits: () => reader.limits(),
  };
}
