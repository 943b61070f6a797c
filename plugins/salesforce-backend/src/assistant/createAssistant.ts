import type { AuthService } from '@backstage/backend-plugin-api';
import type { ModelInterpreter } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import type { OrgDirectory } from '../requests/OrgDirectory';
import type { AssistantService } from './AssistantService';
import { AuthorizedAssistantService } from './AuthorizedAssistantService';
import { BuiltInInterpreter } from './builtin/BuiltInInterpreter';
import { ConversationStore } from './ConversationStore';
import { DefaultAssistantService } from './DefaultAssistantService';
import { DraftChecks } from './DraftChecks';
import {
  InterpreterContexts,
  type InterpreterContextParts,
} from './InterpreterContexts';
import { NameIndexes } from './names/NameIndexes';

/** The assistant, put together. */
export function createAssistant(
  options: Omit<InterpreterContextParts, 'names'> & {
    auth: AuthService;
    knex: Knex;
    newId: () => string;
    orgs: OrgDirectory;
    model: () => ModelInterpreter | undefined;
  },
): AssistantService {
  const { requests, newId } = options;
  return AuthorizedAssistantService.create({
    callers: options.callers,
    inner: DefaultAssistantService.create({
      ...options,
      store: new ConversationStore(options),
      contexts: new InterpreterContexts({
        ...options,
        names: new NameIndexes(options),
      }),
      checks: new DraftChecks({ requests, newId }),
      builtIn: new BuiltInInterpreter(),
    }),
  });
}
