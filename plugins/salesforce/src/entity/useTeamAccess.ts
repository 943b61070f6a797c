import { useApi } from '@backstage/frontend-plugin-api';
import type { InventoryQueryBody } from '@salesdesk/backstage-plugin-salesforce-common';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';
import { rowsOf, textOf, type InventoryRow } from '../inventory/inventoryRow';
import { teamAccess, type TeamAccess } from './teamAccess';

const PAGE_SIZE = 500;
/** A team of thousands is no team: what is beyond is left out. */
const MOST_ROWS = 5_000;

/** What the members of a catalog group hold in an org. */
export function useTeamAccess(
  org: string | undefined,
  groupRef: string,
): ScreenState<{ access: TeamAccess[]; members: number }> {
  const { client } = useApi(salesforceApiRef);
  const ref = groupRef.toLocaleLowerCase('en-US');
  const query = useQuery({
    queryKey: queryKeys.inventoryPart(org, 'team', ref),
    enabled: org !== undefined,
    queryFn: async ({ signal }) => {
      const all = async (body: InventoryQueryBody) => {
        const rows: InventoryRow[] = [];
        let cursor: string | undefined;
        do {
          const page = await answerOf(
            client.POST('/inventory/{org}/query', {
              params: { path: { org: org ?? '' } },
              body: { ...body, limit: PAGE_SIZE, cursor },
              signal,
            }),
          );
          rows.push(...rowsOf(page));
          cursor = page.nextCursor;
        } while (cursor && rows.length < MOST_ROWS);
        return rows;
      };
      const members = (
        await all({
          object: 'User',
          fields: ['name', 'person.groups'],
          filters: [
            { field: 'isActive', operator: 'isTrue' },
            { field: 'person.groups', operator: 'contains', value: ref },
          ],
        })
      ).filter(row => textOf(row, 'person.groups')?.split('\n').includes(ref));
      const assignments = await all({
        object: 'PermissionSetAssignment',
        fields: ['userId', 'permissionSet.label', 'group.label'],
        filters: [
          { field: 'user.isActive', operator: 'isTrue' },
          { field: 'permissionSet.isOwnedByProfile', operator: 'isFalse' },
          { field: 'user.person.groups', operator: 'contains', value: ref },
        ],
      });
      return {
        members: members.length,
        access: teamAccess(members, assignments),
      };
    },
  });
  return screenStateOf(query, team => (team.members > 0 ? team : undefined));
}
