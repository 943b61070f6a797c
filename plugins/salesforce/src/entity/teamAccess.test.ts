import type { InventoryRow } from '../inventory/inventoryRow';
import { teamAccess } from './teamAccess';

const row = (
  id: string,
  values: Record<string, string | null>,
): InventoryRow => ({ id, get: field => values[field] ?? null });

const members = ['Ann', 'Ben', 'Cid', 'Dee', 'Eve'].map(name =>
  row(name, { name }),
);
const given = (user: string, set: string, group: string | null = null) =>
  row(`${user}-${set}`, {
    userId: user,
    'permissionSet.label': set,
    'group.label': group,
  });

describe('the access of a team', () => {
  it('names who differs from the others, and counts members only', () => {
    const access = teamAccess(members, [
      ...['Ann', 'Ben', 'Cid', 'Dee'].map(user => given(user, 'CRM User')),
      given('Eve', 'Data Export'),
      given('Somebody else', 'Data Export'),
      ...['Ann', 'Ben', 'Cid'].map(user => given(user, 'X', 'Sales')),
    ]);
    expect(access).toEqual([
      {
        kind: 'permission_set',
        label: 'CRM User',
        have: ['Ann', 'Ben', 'Cid', 'Dee'],
        lack: ['Eve'],
        outliers: { names: ['Eve'], are: 'without' },
      },
      {
        kind: 'permission_set_group',
        label: 'Sales',
        have: ['Ann', 'Ben', 'Cid'],
        lack: ['Dee', 'Eve'],
        outliers: { names: ['Dee', 'Eve'], are: 'without' },
      },
      {
        kind: 'permission_set',
        label: 'Data Export',
        have: ['Eve'],
        lack: ['Ann', 'Ben', 'Cid', 'Dee'],
        outliers: { names: ['Eve'], are: 'only' },
      },
    ]);
  });

  it('has no outliers where there are few', () => {
    const [access] = teamAccess(members.slice(0, 3), [given('Ann', 'A')]);
    expect(access.outliers).toBeUndefined();
  });
});
