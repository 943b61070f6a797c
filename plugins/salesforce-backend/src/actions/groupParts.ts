import type { PlannedChange } from '@salesdesk/backstage-plugin-salesforce-node';
import { field } from './planParts';

/** What people call a group of a type. */
export function groupWords(type: unknown): 'queue' | 'public group' {
  return type === 'Queue' ? 'queue' : 'public group';
}

/** Creates a public group or a queue. */
export function groupCreation(options: {
  type: 'Regular' | 'Queue';
  name: string;
  developerName: string;
  email?: string;
}): PlannedChange {
  const { type, name, developerName, email } = options;
  return {
    object: 'Group',
    recordId: null,
    operation: 'create',
    fields: [
      field({ name: 'Name', label: 'Name', before: null, after: name }),
      field({
        name: 'DeveloperName',
        label: 'API name',
        before: null,
        after: developerName,
      }),
      field({
        name: 'Type',
        label: 'Kind',
        before: null,
        after: type,
        afterLabel: groupWords(type),
      }),
      ...(email
        ? [
            field({
              name: 'Email',
              label: 'E-mail address',
              before: null,
              after: email,
            }),
          ]
        : []),
    ],
    summary: `Create the ${groupWords(type)} "${name}"`,
    target: { object: 'Group', id: null, label: name },
    naturalKey: ['DeveloperName', 'Type'],
  };
}

/** Lets a queue, which exists or is created by the plan, own records. */
export function queueObject(options: {
  queue: { label: string } & ({ id: string } | { createdAt: number });
  object: { name: string; label: string };
  /** The record that says so, where it is to be taken away. */
  heldBy?: string;
}): PlannedChange {
  const { queue, object, heldBy } = options;
  const id = 'id' in queue ? queue.id : null;
  const isGiven = heldBy === undefined;
  return {
    object: 'QueueSobject',
    recordId: heldBy ?? null,
    operation: isGiven ? 'create' : 'delete',
    fields: [
      {
        ...field({
          name: 'QueueId',
          label: 'Queue',
          before: isGiven ? null : id,
          after: isGiven ? id : null,
          ...(isGiven
            ? { afterLabel: queue.label }
            : { beforeLabel: queue.label }),
        }),
        ...('createdAt' in queue ? { afterFrom: queue.createdAt } : {}),
      },
      field({
        name: 'SobjectType',
        label: 'Object',
        before: isGiven ? null : object.name,
        after: isGiven ? object.name : null,
        ...(isGiven
          ? { afterLabel: object.label }
          : { beforeLabel: object.label }),
      }),
    ],
    summary: isGiven
      ? `Let "${queue.label}" own ${object.label} records`
      : `Let "${queue.label}" own ${object.label} records no more`,
    target: { object: 'Group', id, label: queue.label },
    naturalKey: ['QueueId', 'SobjectType'],
  };
}
