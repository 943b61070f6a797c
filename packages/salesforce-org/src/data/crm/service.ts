import type { DraftRow } from '../../core/types';
import type { LoadContext } from '../LoadContext';

const subjects = [
  'Cannot log in to the portal',
  'Invoice shows the wrong address',
  'Device reports error E-42',
  'Question about our contract',
  'Delivery is late',
  'Request for a replacement part',
  'Performance degraded since update',
];

/** Loads cases of contacts, some of them waiting in a queue. */
export function loadCases(
  { org, random, time }: LoadContext,
  options: {
    count: number;
    contacts: readonly { id: string; accountId: string }[];
    /** Users, and queues as often as they are named. */
    ownerIds: readonly string[];
  },
): void {
  const { count, contacts, ownerIds } = options;
  org.store.load(
    'Case',
    Array.from({ length: count }, (): DraftRow => {
      const contact = random.pick(contacts);
      const age = random.next() * 200;
      const isClosed = random.chance(0.45);
      return {
        Subject: random.pick(subjects),
        ContactId: contact.id,
        AccountId: contact.accountId,
        OwnerId: random.pick(ownerIds),
        Status: isClosed
          ? 'Closed'
          : random.pick(['New', 'Working', 'Escalated']),
        Priority: random.pick(['High', 'Medium', 'Medium', 'Low']),
        Origin: random.pick(['Phone', 'Email', 'Web']),
        Type: random.pick(['Mechanical', 'Electrical', 'Electronic', 'Other']),
        ClosedDate: isClosed ? time.datetime(-age * random.next()) : null,
        CreatedDate: time.datetime(-age),
      };
    }),
  );
}

/** Loads tasks and events around opportunities and contacts. */
export function loadActivities(
  { org, random, time }: LoadContext,
  options: {
    tasks: number;
    events: number;
    opportunities: readonly { id: string; ownerId: string }[];
    contacts: readonly { id: string; accountId: string }[];
  },
): void {
  const { tasks, events, opportunities, contacts } = options;
  org.store.load(
    'Task',
    Array.from({ length: tasks }, (): DraftRow => {
      const about = random.pick(opportunities);
      const isDone = random.chance(0.5);
      return {
        Subject: random.pick(['Call', 'Email', 'Send Quote', 'Follow up']),
        WhatId: about.id,
        WhoId: random.chance(0.5) ? random.pick(contacts).id : null,
        OwnerId: about.ownerId,
        Status: isDone
          ? 'Completed'
          : random.pick(['Not Started', 'In Progress']),
        Priority: random.pick(['High', 'Normal', 'Normal', 'Low']),
        TaskSubtype: 'Task',
        ActivityDate: time.date(
          isDone ? -random.integer(1, 90) : random.integer(-5, 30),
        ),
        CreatedDate: time.datetime(-random.next() * 90),
      };
    }),
  );
  org.store.load(
    'Event',
    Array.from({ length: events }, (): DraftRow => {
      const about = random.pick(opportunities);
      const start = random.integer(-60, 45);
      const minutes = random.pick([30, 45, 60, 90]);
      return {
        Subject: random.pick(['Meeting', 'Call', 'Product demo']),
        WhatId: about.id,
        OwnerId: about.ownerId,
        StartDateTime: time.datetime(start),
        ActivityDateTime: time.datetime(start),
        ActivityDate: time.date(start),
        EndDateTime: time.datetime(start + minutes / 1440),
        DurationInMinutes: minutes,
        ShowAs: 'Busy',
        EventSubtype: 'Event',
        CreatedDate: time.datetime(start - 10),
      };
    }),
  );
}
