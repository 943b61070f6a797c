export type { Outbox, OutboxMessage } from './Outbox';
export { DatabaseOutbox } from './DatabaseOutbox';
export {
  OutboxDelivery,
  requestChannel,
  requestTopic,
  type OutboxDeliveryOptions,
} from './OutboxDelivery';
