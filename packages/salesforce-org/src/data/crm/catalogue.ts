import type { DraftRow } from '../../core/types';
import { loadByKey, type LoadContext } from '../LoadContext';
import type { AccountRef } from './contactsAndLeads';

const products = [
  ['Hydraulic Press HP-200', 'HP-200', 48000],
  ['Hydraulic Press HP-400', 'HP-400', 91000],
  ['Conveyor CV-10', 'CV-10', 12500],
  ['Conveyor CV-25', 'CV-25', 27900],
  ['Sensor Kit', 'SK-1', 1900],
  ['Control Unit X', 'CU-X', 7600],
  ['Control Unit XL', 'CU-XL', 11200],
  ['Maintenance Gold', 'MNT-G', 9000],
  ['Maintenance Silver', 'MNT-S', 4800],
  ['Remote Monitoring', 'RM-1', 3600],
  ['Training Day', 'TRN', 1500],
  ['Spare Parts Box', 'SPB', 850],
] as const;

/** Loads what the company sells; returns the ids by product code. */
export function loadProducts({ org, time }: LoadContext): Map<string, string> {
  const created = { CreatedDate: time.datetime(-1300) };
  const [pricebookId] = org.store.load('Pricebook2', [
    {
      Name: 'Standard Price Book',
      IsActive: true,
      IsStandard: true,
      ...created,
    },
  ]);
  const ids = loadByKey({
    org,
    object: 'Product2',
    key: 'ProductCode',
    rows: products.map(([name, code]) => ({
      Name: name,
      ProductCode: code,
      IsActive: true,
      Family:
        code.startsWith('MNT') || code === 'RM-1' ? 'Service' : 'Hardware',
      ...created,
    })),
  });
  org.store.load(
    'PricebookEntry',
    products.map(([name, code, price]) => ({
      Name: name,
      Pricebook2Id: pricebookId,
      Product2Id: ids.get(code),
      ProductCode: code,
      UnitPrice: price,
      IsActive: true,
      ...created,
    })),
  );
  return ids;
}

/** An asset row of an account. */
export function assetRow(
  { random, time }: LoadContext,
  options: {
    account: AccountRef;
    productIds: ReadonlyMap<string, string>;
    name?: string;
  },
): DraftRow {
  const { account, productIds } = options;
  const [name, code, price] = random.pick(products);
  const age = random.integer(40, 1400);
  return {
    Name: options.name ?? name,
    AccountId: account.id,
    OwnerId: account.ownerId,
    Product2Id: productIds.get(code),
    ProductCode: code,
    SerialNumber: `SN-${random.integer(1000000, 9999999)}`,
    Status: random.pick(['Installed', 'Registered', 'Shipped', 'Purchased']),
    Quantity: random.integer(1, 4),
    Price: price,
    PurchaseDate: time.date(-age - 30),
    InstallDate: time.date(-age),
    CreatedDate: time.datetime(-age - 30),
  };
}

/** Loads contracts, orders and entitlements of some accounts. */
export function loadAgreements(
  { org, random, time }: LoadContext,
  options: { accounts: readonly AccountRef[]; count: number },
): void {
  const chosen = random.sample(options.accounts, options.count);
  const contractIds = org.store.load(
    'Contract',
    chosen.map(account => ({
      AccountId: account.id,
      OwnerId: account.ownerId,
      Status: random.pick(['Draft', 'In Approval Process', 'Activated']),
      StartDate: time.date(-random.integer(10, 600)),
      ContractTerm: random.pick([12, 24, 36]),
      CreatedDate: time.datetime(-620),
    })),
  );
  org.store.load(
    'Order',
    chosen.slice(0, Math.ceil(chosen.length * 0.75)).map((account, index) => ({
      AccountId: account.id,
      OwnerId: account.ownerId,
      ContractId: contractIds[index],
      Status: random.pick(['Draft', 'Activated']),
      EffectiveDate: time.date(-random.integer(1, 300)),
      TotalAmount: random.integer(2, 90) * 1000,
      CreatedDate: time.datetime(-310),
    })),
  );
  org.store.load(
    'Entitlement',
    chosen.map(account => ({
      Name: `${account.name} support`,
      AccountId: account.id,
      Type: random.pick(['Phone Support', 'Web Support']),
      StartDate: time.date(-random.integer(30, 700)),
      EndDate: time.date(random.integer(-60, 400)),
      CreatedDate: time.datetime(-700),
    })),
  );
}

/** Loads subscriptions and their lines, the company's own objects. */
export function loadSubscriptions(
  { org, random, time }: LoadContext,
  options: {
    accounts: readonly AccountRef[];
    count: number;
    productIds: ReadonlyMap<string, string>;
  },
): void {
  const { count, productIds } = options;
  const productList = [...productIds.values()];
  const accounts = Array.from({ length: count }, () =>
    random.pick(options.accounts),
  );
  const ids = org.store.load(
    'Subscription__c',
    accounts.map(
      (account, index): DraftRow => ({
        Name: `${account.name.slice(0, 60)} ${index + 1}`,
        Account__c: account.id,
        OwnerId: account.ownerId,
        Subscription_Number__c: `SUB-${String(index + 1).padStart(5, '0')}`,
        Status__c: random.pick([
          'Active',
          'Active',
          'Active',
          'Paused',
          'Cancelled',
        ]),
        Start_Date__c: time.date(-random.integer(20, 900)),
        End_Date__c: time.date(random.integer(-30, 500)),
        Monthly_Amount__c: random.integer(2, 90) * 100,
        Auto_Renew__c: random.chance(0.7),
        CreatedDate: time.datetime(-920),
      }),
    ),
  );
  org.store.load(
    'Subscription_Line__c',
    ids.flatMap(id =>
      Array.from({ length: random.integer(1, 3) }, () => ({
        Subscription__c: id,
        Product__c: random.pick(productList),
        Quantity__c: random.integer(1, 20),
        Unit_Price__c: random.integer(5, 300) * 10,
        CreatedDate: time.datetime(-900),
      })),
    ),
  );
}
