import type {
  Board,
  InventoryField,
  InventoryPage,
  InventoryStatus,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { FakeBackend } from './FakeBackend';
import { hoursBefore } from './samples';

const text = (id: string, label: string): InventoryField => ({
  id,
  label,
  type: 'text',
  operators: ['is', 'isNot', 'isOneOf', 'isEmpty'],
});

const fields: InventoryField[] = [
  text('name', 'Name'),
  text('username', 'Username'),
  text('state', 'State'),
  text('profile.name', 'Profile'),
  text('role.name', 'Role'),
  { id: 'lastLoginAt', label: 'Last login', type: 'time', operators: [] },
];

export interface SampleUser {
  id: string;
  name: string;
  state?: string;
}

export const sampleStatus: InventoryStatus = {
  org: 'acme',
  ready: true,
  syncedAt: hoursBefore(1),
  lastSync: {
    id: 'sync-1',
    mode: 'incremental',
    state: 'succeeded',
    requestedBy: 'plugin:salesforce',
    apiCalls: 4,
    createdAt: hoursBefore(1),
    rows: 30,
    added: 1,
    changed: 2,
    removed: 0,
    progress: 1,
    steps: [],
  },
  objects: [
    { object: 'User', label: 'Salesforce users', rows: 3, available: true },
  ],
};

export const sampleBoard: Board = {
  id: 'sleepers',
  title: 'Sleepers',
  description: 'Who sleeps',
  definition: {
    object: 'User',
    columns: ['name', 'username', 'state'],
    filters: [{ field: 'state', operator: 'is', value: 'active' }],
    charts: [{ title: 'By profile', field: 'profile.name' }],
    actions: ['salesforce_freeze_user'],
  },
  builtIn: true,
  editable: false,
  targetsUsers: true,
  sharedWith: ['*'],
  revision: 1,
};

const usernameOf = (user: SampleUser) =>
  `${user.name.toLowerCase().replace(' ', '.')}@acme.com`;

function valueOf(user: SampleUser, field: string) {
  switch (field) {
    case 'name':
      return user.name;
    case 'username':
      return usernameOf(user);
    case 'state':
      return user.state ?? 'active';
    default:
      return null;
  }
}

/** An inventory with these users and one board. */
export function withInventorySamples(
  backend: FakeBackend,
  users: SampleUser[],
): FakeBackend {
  return backend
    .on('get', '/inventory/objects', () => ({
      items: [
        {
          object: 'User',
          label: 'Salesforce user',
          plural: 'Salesforce users',
          searchable: true,
          columns: ['name', 'username'],
          fields,
        },
      ],
    }))
    .on('get', '/inventory/{org}', () => sampleStatus)
    .on('post', '/inventory/{org}/query', ({ body }): InventoryPage => {
      const asked = body.fields ?? ['name'];
      const words = (body.search ?? '').toLowerCase();
      const found = users.filter(({ name }) =>
        name.toLowerCase().includes(words),
      );
      const start = Number(body.cursor ?? 0);
      const end = start + (body.limit ?? 50);
      return {
        columns: asked.map(
          id => fields.find(field => field.id === id) ?? text(id, id),
        ),
        items: found.slice(start, end).map(user => ({
          id: user.id,
          target: usernameOf(user),
          values: asked.map(field => valueOf(user, field)),
        })),
        ...(body.withTotal ? { total: found.length } : {}),
        ...(end < found.length ? { nextCursor: String(end) } : {}),
      };
    })
    .on('post', '/inventory/{org}/groups', ({ body }) => ({
      field: body.field,
      items:
        body.field === 'object'
          ? [{ value: 'Account', count: 2 }]
          : [
              { value: 'active', count: 2 },
              { value: 'frozen', count: 1 },
            ],
    }))
    .on('get', '/boards', () => ({ items: [sampleBoard] }))
    .on('get', '/boards/{boardId}', () => sampleBoard)
    .on('get', '/inventory/{org}/board-counts', () => ({
      items: [{ boardId: sampleBoard.id, count: users.length }],
    }));
}
