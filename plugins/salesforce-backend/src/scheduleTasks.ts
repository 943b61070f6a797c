import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { ApprovalNudges } from './approvals/ApprovalNudges';
import type { AuditLog, AuditRetention } from './audit';
import type { ReviewClosing } from './accessReviews';
import type { Executor } from './executor';
import type { InventorySync } from './inventory';
import type { OutboxDelivery } from './outbox';
import type { SeatQueue } from './seats';
import type { RequestExpiry } from './requests/RequestExpiry';

/**
 * What happens without anybody asking. Tasks of scope `local` run in every
 * process and only wake what finds its own work; `global` ones run in one.
 */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  executor: Executor;
  delivery: OutboxDelivery;
  expiry: RequestExpiry;
  nudges: ApprovalNudges;
  auditLog: AuditLog;
  retention: AuditRetention | undefined;
  inventorySync: InventorySync;
  reviewClosing: ReviewClosing;
  seatQueue: SeatQueue;
}): Promise<void> {
  const { scheduler, executor, delivery, expiry, nudges } = options;
  const { auditLog, retention, inventorySync, reviewClosing } = options;
  const { seatQueue } = options;
  await scheduler.scheduleTask({
    id: 'salesforce-inventory-work',
    scope: 'local',
    frequency: { seconds: 10 },
    initialDelay: { seconds: 10 },
    timeout: { minutes: 1 },
    fn: async () => inventorySync.wake(),
  });
  await scheduler.scheduleTask({
    id: 'salesforce-inventory-plan',
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 20 },
    timeout: { minutes: 5 },
    fn: () => inventorySync.plan(),
  });
  await scheduler.scheduleTask({
    id: 'salesforce-work',
    scope: 'local',
    frequency: { seconds: 5 },
    timeout: { minutes: 1 },
    fn: async () => {
      executor.wake();
      delivery.wake();
      // what a process recorded that ended right after
      await auditLog.placeWaiting();
    },
  });
  await scheduler.scheduleTask({
    id: 'salesforce-expiry',
    scope: 'global',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    fn: async () => {
      await expiry.sweep();
      await nudges.sweep();
    },
  });
  await scheduler.scheduleTask({
    id: 'salesforce-seat-queue',
    scope: 'global',
    frequency: { seconds: 10 },
    initialDelay: { seconds: 10 },
    timeout: { minutes: 5 },
    fn: async () => {
      await seatQueue.sweep();
    },
  });
  await scheduler.scheduleTask({
    id: 'salesforce-access-reviews',
    scope: 'global',
    frequency: { minutes: 10 },
    initialDelay: { seconds: 30 },
    timeout: { minutes: 10 },
    fn: () => reviewClosing.sweep(),
  });
  await scheduler.scheduleTask({
    id: 'salesforce-audit-verification',
    scope: 'global',
    frequency: { hours: 1 },
    initialDelay: { minutes: 1 },
    timeout: { minutes: 30 },
    fn: async () => {
      await auditLog.verify({ everything: false });
    },
  });
  await scheduler.scheduleTask({
    id: 'salesforce-outbox-cleaning',
    scope: 'global',
    frequency: { hours: 24 },
    initialDelay: { minutes: 10 },
    timeout: { minutes: 10 },
    fn: () => delivery.cleanUp(),
  });
  if (retention) {
    await scheduler.scheduleTask({
      id: 'salesforce-audit-retention',
      scope: 'global',
      frequency: { hours: 24 },
      initialDelay: { minutes: 20 },
      timeout: { hours: 1 },
      fn: async () => {
        await retention.seal();
        await retention.remove();
      },
    });
  }
}
