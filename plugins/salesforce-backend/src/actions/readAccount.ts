import {
  readAccount as declaration,
  type ActionAnswer,
  type InputOf,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceReadAction,
  soql,
  type ActionContext,
  type SalesforceRecord,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { isRecordId } from '../gateway';
import { accountFields, type AccountField } from './accountFields';

type Input = InputOf<typeof declaration>;

type Account = SalesforceRecord & { Id: string; Name: string };

/** More assets than this are told by their number. */
const mostAssets = 200;

const assetColumns = [
  'Id',
  'Name',
  'SerialNumber',
  'Status',
  'Quantity',
  'InstallDate',
  'UsageEndDate',
  'Product2.Name',
];

/** One account as a card: its fields, owner, parent and assets. */
export const readAccount = createSalesforceReadAction(declaration, {
  async run({ input, context }) {
    const fields = await accountFields({
      reader: context.reader,
      resolver: context.resolver,
      wanted: input.fields,
    });
    const account = await findAccount({ input, context, fields });
    return toAnswer({ account, fields, input, context });
  },
  examples: [
    {
      words:
        'Find the Acme Industries account and include billing address, owner name, and all associated assets',
      input: { account: 'Acme Industries', assets: true },
    },
  ],
});

/** By id, by exact name, or by a part of the name that only one has. */
async function findAccount(options: {
  input: Input;
  context: ActionContext;
  fields: AccountField[];
}): Promise<Account> {
  const { input, context, fields } = options;
  const name = input.account;
  const exact = isRecordId(name)
    ? soql.or(soql.eq('Id', name), soql.eq('Name', name))
    : soql.eq('Name', name);
  const read = async (where: SoqlCondition) => {
    const { records } = await context.reader.query<Account>(
      soql.select({
        from: 'Account',
        fields: [
          ...new Set([
            'Id',
            'Name',
            'OwnerId',
            'ParentId',
            'BillingCity',
            ...fields.map(field => field.path),
          ]),
          ...(input.assets
            ? [
                {
                  relationship: 'Assets',
                  fields: assetColumns,
                  orderBy: [{ field: 'Name' }],
                  limit: mostAssets,
                },
              ]
            : []),
        ],
        where,
        orderBy: [{ field: 'Name' }],
        limit: 11,
      }),
    );
    return records;
  };
  const same = await read(exact);
  const found =
    same.length > 0 ? same : await read(soql.contains('Name', name));
  if (found.length === 1) return found[0];
  const candidates = found.slice(0, 10).map(({ Id, Name, BillingCity }) => ({
    value: Id,
    label: Name,
    ...(BillingCity ? { detail: String(BillingCity) } : {}),
  }));
  return context.resolver.refuse([
    found.length === 0
      ? {
          path: 'account',
          code: 'unknown_name',
          message: `There is no account '${name}'`,
        }
      : {
          path: 'account',
          code: 'ambiguous_name',
          message: `'${name}' could be more than one account. Which one?`,
          candidates,
        },
  ]);
}

function toAnswer(options: {
  account: Account;
  fields: AccountField[];
  input: Input;
  context: ActionContext;
}): ActionAnswer {
  const { account, fields, input, context } = options;
  const assets = childrenOf(account.Assets);
  const links: Record<string, string> = {
    [account.Id]: context.recordUrl('Account', account.Id),
  };
  if (typeof account.OwnerId === 'string') {
    links[account.OwnerId] = context.recordUrl('User', account.OwnerId);
  }
  if (typeof account.ParentId === 'string') {
    links[account.ParentId] = context.recordUrl('Account', account.ParentId);
  }
  for (const { Id } of assets) {
    if (Id) links[Id] = context.recordUrl('Asset', Id);
  }
  return {
    kind: 'record',
    title: account.Name,
    columns: fields.map(({ path, label, type }) => ({
      name: path,
      label,
      type,
    })),
    record: { ...account, ...(input.assets ? { Assets: assets } : {}) },
    links,
    ...(input.assets ? { notes: [assetNote(assets.length)] } : {}),
  };
}

function childrenOf(children: unknown): SalesforceRecord[] {
  return typeof children === 'object' &&
    children !== null &&
    'records' in children &&
    Array.isArray(children.records)
    ? children.records
    : [];
}

function assetNote(number: number): string {
  if (number === 0) return 'It has no assets';
  if (number === mostAssets) return `The first ${mostAssets} assets are shown`;
  return number === 1 ? 'It has 1 asset' : `It has ${number} assets`;
}
