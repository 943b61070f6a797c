export { createAssistant } from './createAssistant';
export { ModelSlot } from './ModelSlot';
export type { AssistantService } from './AssistantService';
