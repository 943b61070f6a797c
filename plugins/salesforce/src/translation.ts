import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { approvalsMessages } from './translation/approvals';
import { assistantMessages } from './translation/assistant';
import { auditMessages } from './translation/audit';
import { boardsMessages } from './translation/boards';
import { commonMessages } from './translation/common';
import { dataMessages } from './translation/data';
import { delegatesMessages } from './translation/delegates';
import { directoryMessages } from './translation/directory';
import { entityMessages } from './translation/entity';
import { formMessages } from './translation/form';
import { homeMessages } from './translation/home';
import { inventoryMessages } from './translation/inventory';
import { orgsMessages } from './translation/orgs';
import { peopleMessages } from './translation/people';
import { personalMessages } from './translation/personal';
import { policiesMessages } from './translation/policies';
import { requestMessages } from './translation/request';
import { requestsMessages } from './translation/requests';
import { reviewsMessages } from './translation/reviews';

const messages = {
  ...commonMessages,
  home: homeMessages,
  requests: requestsMessages,
  request: requestMessages,
  form: formMessages,
  approvals: approvalsMessages,
  reviews: reviewsMessages,
  delegates: delegatesMessages,
  audit: auditMessages,
  people: peopleMessages,
  personal: personalMessages,
  orgs: orgsMessages,
  policies: policiesMessages,
  entity: entityMessages,
  inventory: inventoryMessages,
  directory: directoryMessages,
  boards: boardsMessages,
  assistant: assistantMessages,
  data: dataMessages,
};

/** The keys of all messages: the steps that lead to each, with dots between. */
type KeysOf<TMessages, TPrefix extends string = ''> = {
  [TKey in keyof TMessages & string]: TMessages[TKey] extends string
    ? `${TPrefix}${TKey}`
    : KeysOf<TMessages[TKey], `${TPrefix}${TKey}.`>;
}[keyof TMessages & string];

type SalesforceMessages = { [TKey in KeysOf<typeof messages>]: string };

/**
 * Every string of the plugin, for hosts that bring other languages.
 *
 * The type names the keys but not the texts: to derive both from a nested
 * object of this size, as Backstage does, keeps the compiler busy for long.
 *
 * @public
 */
export const salesforceTranslationRef = createTranslationRef({
  id: 'salesforce',
  messages: messages as unknown as Record<string, string>,
}) as unknown as TranslationRef<'salesforce', SalesforceMessages>;
