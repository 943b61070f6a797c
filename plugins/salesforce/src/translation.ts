import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { approvalsMessages } from './translation/approvals';
import { assistantMessages } from './translation/assistant';
import { auditMessages } from './translation/audit';
import { commonMessages } from './translation/common';
import { entityMessages } from './translation/entity';
import { formMessages } from './translation/form';
import { homeMessages } from './translation/home';
import { orgsMessages } from './translation/orgs';
import { peopleMessages } from './translation/people';
import { policiesMessages } from './translation/policies';
import { requestMessages } from './translation/request';
import { requestsMessages } from './translation/requests';

/**
 * Every string of the plugin, for hosts that bring other languages.
 *
 * @public
 */
export const salesforceTranslationRef = createTranslationRef({
  id: 'salesforce',
  messages: {
    ...commonMessages,
    home: homeMessages,
    requests: requestsMessages,
    request: requestMessages,
    form: formMessages,
    approvals: approvalsMessages,
    audit: auditMessages,
    people: peopleMessages,
    orgs: orgsMessages,
    policies: policiesMessages,
    entity: entityMessages,
    assistant: assistantMessages,
  },
});
