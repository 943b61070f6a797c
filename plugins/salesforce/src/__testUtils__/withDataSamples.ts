import type {
  DataField,
  DataObject,
  DataRecord,
  SavedQuery,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { FakeError, type FakeBackend } from './FakeBackend';
import { people } from './people';
import { hoursBefore } from './samples';

function field(
  name: string,
  type: string,
  more: Partial<DataField> = {},
): DataField {
  return {
    name,
    label: name.replace(/__c$/, '').replace(/([a-z])([A-Z])/g, '$1 $2'),
    type,
    custom: name.endsWith('__c'),
    required: false,
    createable: type !== 'id',
    updateable: type !== 'id',
    filterable: true,
    sortable: true,
    groupable: true,
    referenceTo: [],
    ...more,
  };
}

export const sampleObjects: DataObject[] = [
  {
    name: 'Account',
    label: 'Account',
    custom: false,
    keyPrefix: '001',
    fields: [
      field('Id', 'id'),
      field('Name', 'string', { required: true, length: 255 }),
      field('Industry', 'picklist', {
        picklistValues: [
          { value: 'Banking', label: 'Banking' },
          { value: 'Technology', label: 'Tech & software' },
        ],
      }),
      field('AnnualRevenue', 'currency'),
      field('OwnerId', 'reference', {
        referenceTo: ['User'],
        relationshipName: 'Owner',
      }),
      field('Region__c', 'string', { length: 80 }),
    ],
    childRelationships: [
      { name: 'Contacts', object: 'Contact', field: 'AccountId' },
    ],
  },
  {
    name: 'Contact',
    label: 'Contact',
    custom: false,
    keyPrefix: '003',
    fields: [
      field('Id', 'id'),
      field('LastName', 'string', { required: true, length: 80 }),
      field('AccountId', 'reference', {
        label: 'Account ID',
        referenceTo: ['Account'],
        relationshipName: 'Account',
      }),
    ],
    childRelationships: [],
  },
  {
    name: 'User',
    label: 'User',
    custom: false,
    keyPrefix: '005',
    fields: [field('Id', 'id'), field('Name', 'string')],
    childRelationships: [],
  },
];

export function sampleAccount(number: number): Record<string, unknown> {
  return {
    Id: `001Ho0000${String(number).padStart(6, '0')}AAA`,
    Name: `Account ${number}`,
    AnnualRevenue: (number * 7919) % 10_000,
    OwnerId: '005Ho00000ErinAAA1',
    Owner: { Name: 'Erin Walsh' },
    Contacts: {
      totalSize: number % 3,
      done: true,
      records: Array.from({ length: number % 3 }, (_, index) => ({
        Id: `003Ho0000${String(number * 10 + index).padStart(6, '0')}AAA`,
        Name: `Contact ${number}.${index}`,
      })),
    },
  };
}

const columns = [
  { name: 'Id', label: 'Account ID', type: 'id' },
  { name: 'Name', label: 'Account Name', type: 'string' },
  { name: 'AnnualRevenue', label: 'Annual Revenue', type: 'currency' },
  { name: 'Owner.Name', label: 'Owner', type: 'string' },
  { name: 'Contacts', label: 'Contacts', type: 'records' },
];

/** The lines that the backend streams for so many rows. */
export function queryLines(options: {
  query: string;
  count: number;
  restrictedTo?: string;
}): string[] {
  const { query, count, restrictedTo } = options;
  const rows = Array.from({ length: count }, (_, index) =>
    sampleAccount(index + 1),
  );
  const pages: object[] = [];
  for (let first = 0; first < count; first += 2000) {
    pages.push({ kind: 'rows', rows: rows.slice(first, first + 2000) });
  }
  return [
    {
      kind: 'start',
      columns,
      total: count,
      query,
      object: 'Account',
      recordUrl: 'https://acme.my.salesforce.com/lightning/r/Account/{id}/view',
      restrictedTo,
    },
    ...pages,
    { kind: 'end', count, complete: true, notes: [] },
  ].map(line => `${JSON.stringify(line)}\n`);
}

export const sampleRecord: DataRecord = {
  object: 'Account',
  objectLabel: 'Account',
  id: '001Ho0000000001AAA',
  title: 'Account 1',
  url: 'https://acme.my.salesforce.com/lightning/r/Account/001Ho0000000001AAA/view',
  fields: [
    {
      name: 'Id',
      label: 'Account ID',
      type: 'id',
      value: '001Ho0000000001AAA',
      updateable: false,
    },
    {
      name: 'Name',
      label: 'Account Name',
      type: 'string',
      value: 'Account 1',
      updateable: true,
    },
    {
      name: 'OwnerId',
      label: 'Owner ID',
      type: 'reference',
      value: '005Ho00000ErinAAA1',
      shown: 'Erin Walsh',
      object: 'User',
      updateable: true,
    },
    {
      name: 'Industry',
      label: 'Industry',
      type: 'picklist',
      value: null,
      updateable: true,
    },
  ],
  related: [
    {
      relationship: 'Contacts',
      object: 'Contact',
      label: 'Contact',
      total: 7,
      columns: [{ name: 'Name', label: 'Name', type: 'string' }],
      rows: [{ Id: '003Ho0000000010AAA', Name: 'Ada Byron' }],
      query:
        "SELECT Id, Name FROM Contact WHERE AccountId = '001Ho0000000001AAA'",
    },
  ],
};

/** An org with accounts, and queries that were kept. */
export function withDataSamples(backend: FakeBackend): FakeBackend {
  const saved: SavedQuery[] = [
    {
      id: 'saved-1',
      org: 'acme',
      title: 'Pipeline of the team',
      query: 'SELECT Id, Name FROM Account',
      shared: true,
      ownedByMe: false,
      ownerRef: people.sam.ref,
      updatedAt: hoursBefore(30),
    },
  ];
  return backend
    .on('get', '/personal/connections', () => ({
      items: [{ org: 'acme', orgTitle: 'Acme', state: 'not_connected' }],
    }))
    .on('get', '/data/objects', () => ({
      items: sampleObjects.map(({ name, label, keyPrefix, custom }) => ({
        name,
        label,
        keyPrefix,
        custom,
      })),
    }))
    .on('get', '/data/objects/{object}', ({ params }) => {
      const found = sampleObjects.find(
        ({ name }) => name.toLowerCase() === params.object.toLowerCase(),
      );
      if (!found) throw new FakeError(404, `No object '${params.object}'`);
      return found;
    })
    .on('get', '/data/objects/{object}/records/{record}', () => sampleRecord)
    .on(
      'post',
      '/data/query',
      ({ body }) =>
        new Response(
          queryLines({
            query: body.query,
            count: 3,
            restrictedTo: 'records that you own',
          }).join(''),
          { headers: { 'content-type': 'application/x-ndjson' } },
        ),
    )
    .on(
      'post',
      '/data/export',
      () =>
        new Response('"Id"\n"1"\n', {
          headers: { 'content-type': 'text/csv' },
        }),
    )
    .on('get', '/data/saved-queries', () => ({ items: [...saved] }))
    .on('post', '/data/saved-queries', ({ body }) => {
      const kept: SavedQuery = {
        shared: false,
        org: 'acme',
        ...body,
        id: `saved-${saved.length + 1}`,
        ownedByMe: true,
        ownerRef: people.erin.ref,
        updatedAt: hoursBefore(0),
      };
      saved.push(kept);
      return kept;
    })
    .on('put', '/data/saved-queries/{savedQuery}', ({ params, body }) => {
      const index = saved.findIndex(({ id }) => id === params.savedQuery);
      saved[index] = { ...saved[index], ...body };
      return saved[index];
    })
    .on('delete', '/data/saved-queries/{savedQuery}', ({ params }) => {
      saved.splice(
        saved.findIndex(({ id }) => id === params.savedQuery),
        1,
      );
      return new Response(null, { status: 204 });
    });
}
