import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations } from '../database/applyMigrations';
import { testDatabases } from '../__testUtils__/testDatabases';
import { DatabaseOutbox } from './DatabaseOutbox';
import type { OutboxMessage } from './Outbox';
import { OutboxDelivery } from './OutboxDelivery';

const databases = testDatabases();

const changed: OutboxMessage = {
  kind: 'request_changed',
  requestId: 'request-1',
  state: 'approved',
};
const told: OutboxMessage = {
  kind: 'notification',
  requestId: 'request-1',
  recipients: ['group:default/revops-approvers'],
  except: ['user:default/erin.walsh'],
  title: 'Waiting for your review',
  link: '/salesforce/approvals/request-1',
  severity: 'normal',
  topic: 'salesforce',
};

describe.each(databases.eachSupportedId())('outbox on %s', id => {
  async function setUp() {
    const knex = await databases.init(id);
    await applyMigrations(knex);
    const clock = { time: Date.UTC(2026, 10, 23) };
    const now = () => new Date(clock.time);
    const send = jest.fn(async (_: unknown) => {});
    const publishSignal = jest.fn(async (_: unknown) => {});
    const publishEvent = jest.fn(async (_: unknown) => {});
    const delegatesOf = jest.fn(async () => ['user:default/stands.in']);
    const createDelivery = () =>
      OutboxDelivery.create({
        knex,
        now,
        logger: mockServices.logger.mock(),
        notifications: { send },
        signals: { publish: publishSignal },
        delegations: { delegatesOf },
        events: { publish: publishEvent, subscribe: async () => {} },
      });
    const wake = jest.fn();
    const outbox = DatabaseOutbox.create({ now, onCommitted: wake });
    const enqueue = (messages: OutboxMessage[]) =>
      knex.transaction(tx => outbox.enqueue(tx, messages));
    return {
      knex,
      clock,
      send,
      publishSignal,
      publishEvent,
      createDelivery,
      outbox,
      enqueue,
      wake,
    };
  }

  const unsent = (knex: Knex) =>
    knex('salesforce_outbox').whereNull('sent_at').select('id');

  it('delivers once what was committed, in its order', async () => {
    const {
      knex,
      send,
      publishSignal,
      publishEvent,
      createDelivery,
      enqueue,
      wake,
    } = await setUp();
    await enqueue([changed, told]);
    expect(wake).toHaveBeenCalledTimes(1);
    const delivery = createDelivery();
    await delivery.deliverDue();
    await delivery.deliverDue();
    expect(publishSignal.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: 'salesforce:request',
          message: { requestId: 'request-1' },
        },
      ],
    ]);
    expect(publishEvent).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledTimes(1);
    expect(send.mock.calls[0][0]).toMatchObject({
      recipients: {
        entityRef: ['group:default/revops-approvers'],
        excludeEntityRef: ['user:default/erin.walsh'],
      },
    });
    expect(await unsent(knex)).toEqual([]);
  });

  it('delivers nothing of a transaction that was rolled back, and is not woken by it', async () => {
    const { knex, send, createDelivery, outbox, wake } = await setUp();
    await expect(
      knex.transaction(async tx => {
        await outbox.enqueue(tx, [told]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow();
    await createDelivery().deliverDue();
    expect(send).not.toHaveBeenCalled();
    expect(wake).not.toHaveBeenCalled();
  });

  it('tells once, with the latest state, what changed several times in a moment', async () => {
    const { knex, publishSignal, publishEvent, createDelivery, enqueue } =
      await setUp();
    await enqueue([changed]);
    await enqueue([{ ...changed, state: 'running' }]);
    await enqueue([{ ...changed, requestId: 'request-2' }]);
    await enqueue([{ ...changed, state: 'succeeded' }]);
    await createDelivery().deliverDue();
    expect(publishSignal).toHaveBeenCalledTimes(2);
    expect(publishEvent.mock.calls.map(([event]) => event)).toEqual([
      expect.objectContaining({
        eventPayload: { requestId: 'request-2', state: 'approved' },
      }),
      expect.objectContaining({
        eventPayload: { requestId: 'request-1', state: 'succeeded' },
      }),
    ]);
    expect(await unsent(knex)).toEqual([]);
  });

  it('sends of notifications that replace each other the last one', async () => {
    const { knex, send, createDelivery, enqueue } = await setUp();
    const progress = { ...told, scope: 'salesforce:progress:request-1' };
    await enqueue([{ ...progress, title: 'Approved' }]);
    await enqueue([told, { ...progress, title: 'Done' }]);
    await enqueue([
      { ...progress, recipients: ['user:default/sam.okafor'], title: 'Done' },
    ]);
    await createDelivery().deliverDue();
    expect(send.mock.calls.map(([message]) => message)).toEqual([
      expect.objectContaining({
        payload: expect.objectContaining({ title: told.title }),
      }),
      expect.objectContaining({
        recipients: expect.objectContaining({ entityRef: told.recipients }),
        payload: expect.objectContaining({ title: 'Done' }),
      }),
      expect.objectContaining({
        recipients: expect.objectContaining({
          entityRef: ['user:default/sam.okafor'],
        }),
      }),
    ]);
    expect(await unsent(knex)).toEqual([]);
  });

  it('delivers by itself soon after it is woken', async () => {
    const { send, createDelivery, enqueue } = await setUp();
    await enqueue([told]);
    const delivery = createDelivery();
    delivery.wake();
    delivery.wake();
    expect(send).not.toHaveBeenCalled();
    await new Promise<void>(resolve => {
      send.mockImplementation(async () => resolve());
    });
    await delivery.stop();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('tries again later what could not be delivered, and lets the rest pass', async () => {
    const { knex, clock, send, publishSignal, createDelivery, enqueue } =
      await setUp();
    await enqueue([told, changed]);
    send.mockRejectedValueOnce(new Error('notifications are down'));
    const delivery = createDelivery();
    await delivery.deliverDue();
    expect(publishSignal).toHaveBeenCalledTimes(1);
    expect(await unsent(knex)).toHaveLength(1);
    await delivery.deliverDue();
    expect(send).toHaveBeenCalledTimes(1);
    clock.time += 60_000;
    await delivery.deliverDue();
    expect(send).toHaveBeenCalledTimes(2);
    expect(await unsent(knex)).toEqual([]);
  });

  it('shares the work between replicas without doing it twice', async () => {
    const { knex, send, createDelivery, enqueue } = await setUp();
    await enqueue(
      Array.from({ length: 120 }, (_, i) => ({ ...told, title: `${i}` })),
    );
    const deliveries = [createDelivery(), createDelivery(), createDelivery()];
    await Promise.all(deliveries.map(delivery => delivery.deliverDue()));
    expect(send).toHaveBeenCalledTimes(120);
    expect(await unsent(knex)).toEqual([]);
  });

  it('takes over what a replica claimed before it ended', async () => {
    const { knex, clock, send, createDelivery, enqueue } = await setUp();
    await enqueue([told]);
    await knex('salesforce_outbox').update({
      lease_owner: 'a process that ended',
      lease_until: new Date(clock.time + 60_000).toISOString(),
    });
    const delivery = createDelivery();
    await delivery.deliverDue();
    expect(send).not.toHaveBeenCalled();
    clock.time += 60_001;
    await delivery.deliverDue();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('removes what was sent a week ago, and nothing else', async () => {
    const { knex, clock, createDelivery, enqueue } = await setUp();
    const delivery = createDelivery();
    await enqueue([told]);
    await delivery.deliverDue();
    await enqueue([told]);
    clock.time += 8 * 24 * 3_600_000;
    await delivery.cleanUp();
    expect(await knex('salesforce_outbox').select('id')).toHaveLength(1);
  });

  it('refuses a notification for nobody', async () => {
    const { enqueue } = await setUp();
    await expect(enqueue([{ ...told, recipients: [] }])).rejects.toThrow(
      'Nobody is named',
    );
  });
});
