import {
  deleteGroup as declaration,
  type Blocker,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
  type ActionContext,
  type PlannedChange,
  type ResolvedRecord,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { chunksForUrl } from '../gateway';
import { leaving, type Membership } from './groupMembers';
import { groupWords, queueObject } from './groupParts';
import { field } from './planParts';

/**
 * Members and objects go one by one before the group, so that undoing can
 * bring the whole of it back.
 */
export const deleteGroup = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver, reader } = context;
    const group = await resolver.record({
      path: 'group',
      picker: 'group',
      reference: input.group,
    });
    const what = groupWords(group.fields.Type);
    const [members, within, objects] = await Promise.all([
      membershipsWhere(context, 'GroupId', group.id),
      membershipsWhere(context, 'UserOrGroupId', group.id),
      reader.queryAll<{ Id: string; SobjectType: string }>(
        soql.select({
          from: 'QueueSobject',
          fields: ['Id', 'SobjectType'],
          where: soql.eq('QueueId', group.id),
        }),
      ),
    ]);
    const [names, owned] = await Promise.all([
      namesOfMembers(context, members),
      countOwned(
        context,
        group,
        objects.map(o => o.SobjectType),
      ),
    ]);
    const target = { object: 'Group', id: group.id, label: group.label };
    const parts: PlannedChange[] = [
      ...members.map(membership =>
        leaving({
          membership,
          group,
          member: {
            name: names.get(membership.UserOrGroupId) ?? 'a role or group',
            target,
          },
        }),
      ),
      ...within.map(membership =>
        leaving({
          membership,
          group: {
            id: membership.GroupId,
            label: membership.Group?.Name ?? '',
          },
          member: { name: group.label, target },
        }),
      ),
      ...objects.map(({ Id, SobjectType }) =>
        queueObject({
          queue: group,
          object: { name: SobjectType, label: SobjectType },
          heldBy: Id,
        }),
      ),
    ];
    const text = (name: string, label: string, before: string) =>
      field({ name, label, before, after: null });
    return {
      title: `Delete the ${what} "${group.label}"`,
      changes: [
        ...parts,
        {
          object: 'Group',
          recordId: group.id,
          operation: 'delete',
          fields: [
            text('Name', 'Name', group.label),
            text('DeveloperName', 'API name', group.name),
            text('Type', 'Kind', String(group.fields.Type)),
          ],
          summary: `Delete the ${what} "${group.label}"`,
          target,
          naturalKey: ['DeveloperName', 'Type'],
          ...(parts.length > 0 ? { after: parts.map((_, at) => at) } : {}),
        },
      ],
      targets: [target],
      warnings: [
        `Sharing rules, list views and assignment rules that name this ${what} cannot be seen from here, and lose it`,
      ],
      blockers: owned,
    };
  },
  undo: {
    kind: 'inverse',
    note: 'Undoing creates it again with its members; sharing rules that named it do not come back',
  },
  examples: [
    {
      words: 'Delete the public group Deal Desk',
      input: { group: 'Deal Desk' },
    },
  ],
});

type NamedMembership = Membership & { Group: { Name: string | null } | null };

async function membershipsWhere(
  context: ActionContext,
  name: 'GroupId' | 'UserOrGroupId',
  id: string,
): Promise<NamedMembership[]> {
  return context.reader.queryAll<NamedMembership>(
    soql.select({
      from: 'GroupMember',
      fields: ['Id', 'GroupId', 'UserOrGroupId', 'Group.Name'],
      where: soql.eq(name, id),
    }),
  );
}

/** GroupMember leads to no user, so that names are read by themselves. */
async function namesOfMembers(
  context: ActionContext,
  members: Membership[],
): Promise<Map<string, string>> {
  const pages = await Promise.all(
    chunksForUrl(members.map(({ UserOrGroupId }) => UserOrGroupId)).flatMap(
      ids =>
        ['User', 'Group'].map(object =>
          context.reader.queryAll<SalesforceRecord>(
            soql.select({
              from: object,
              fields: ['Id', 'Name'],
              where: soql.inList('Id', ids),
            }),
          ),
        ),
    ),
  );
  return new Map(
    pages
      .flat()
      .filter(({ Name }) => typeof Name === 'string')
      .map(({ Id, Name }) => [String(Id), String(Name)]),
  );
}

/** Salesforce keeps a queue that owns records. */
async function countOwned(
  context: ActionContext,
  queue: ResolvedRecord,
  objects: string[],
): Promise<Blocker[]> {
  const pages = await Promise.all(
    objects.map(object =>
      context.reader.query(
        soql.select({
          from: object,
          fields: ['Id'],
          where: soql.eq('OwnerId', queue.id),
          limit: 1,
        }),
      ),
    ),
  );
  return objects
    .filter((_, position) => pages[position].records.length > 0)
    .map(object => ({
      code: 'queue_in_use',
      message: `The queue owns ${object} records`,
      remedy: `Give its ${object} records to somebody else first; then retry`,
      target: { object: 'Group', id: queue.id, label: queue.label },
    }));
}
