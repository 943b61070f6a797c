import {
  soql,
  type Observation,
  type SalesforceReader,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { stillOwned } from '../gateway/bulkTransfer';
import { transferOf } from './invokeSalesforce';
import { observeConversion } from './observeConversion';
import { recordIdOf, type PlannedWork } from './PlannedWork';

/** Where the rows stand that a method makes go away. */
const remains: Partial<
  Record<string, { object: string; user: string; narrow?: string }>
> = {
  revoke_oauth_tokens: {
    object: 'OauthToken',
    user: 'UserId',
    narrow: 'AppName',
  },
  end_sessions: { object: 'AuthSession', user: 'UsersId' },
};

/**
 * What is known of calls that are not the writing of one record. Tokens and
 * sessions are gone when none is left; whether a mail went out nobody can see.
 */
export async function observeInvocations(options: {
  reader: SalesforceReader;
  work: PlannedWork[];
  all: PlannedWork[];
  observations: Map<number, Observation>;
}): Promise<void> {
  const { reader, work, all, observations } = options;
  await Promise.all(
    work.map(async item => {
      const { method, fields } = item.change;
      if (method === 'transfer_records') {
        const { object, field, from, ids } = transferOf(item.change);
        const left = await stillOwned({
          reader,
          object,
          field,
          owner: from,
          ids,
        });
        observations.set(
          item.position,
          left.length === 0
            ? { state: 'applied', recordId: from }
            : { state: 'not_applied' },
        );
        return;
      }
      if (method === 'convert_lead') {
        observations.set(
          item.position,
          await observeConversion({ reader, change: item.change }),
        );
        return;
      }
      if (method === 'rehearse_deactivation') {
        // it leaves nothing behind: the question is simply asked again
        observations.set(item.position, { state: 'not_applied' });
        return;
      }
      const rows = method ? remains[method] : undefined;
      const id = recordIdOf(item, all);
      if (!rows || id === null) {
        observations.set(item.position, { state: 'unobservable' });
        return;
      }
      const conditions: SoqlCondition[] = [soql.eq(rows.user, id)];
      const narrow = fields.find(({ name }) => name === rows.narrow)?.before;
      if (rows.narrow && typeof narrow === 'string') {
        conditions.push(soql.eq(rows.narrow, narrow));
      }
      const { records } = await reader.query(
        soql.select({
          from: rows.object,
          fields: [rows.user],
          where: soql.and(...conditions),
          limit: 1,
        }),
      );
      observations.set(
        item.position,
        records.length === 0
          ? { state: 'applied', recordId: id }
          : { state: 'not_applied' },
      );
    }),
  );
}
