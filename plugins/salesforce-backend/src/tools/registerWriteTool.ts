import { salesforceAssistantUsePermission } from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceWriteAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { inputSchema } from '../requests/inputSchema';
import { explainToTools } from './explainToTools';
import type { ToolServices } from './registerTools';
import { isMoving, outcomeOf, previewOf } from './requestOutcome';
import { toolFields } from './toolSchema';

/** How long a call waits for a request that runs without approval. */
const PATIENCE = 8_000;
const PAUSE = 200;

/** A write action as a tool: it submits a request, and says how it stands. */
export function registerWriteTool(
  options: ToolServices & { action: SalesforceWriteAction },
): void {
  const { registry, requests, callers, auditor, portalUrl, wait, action } =
    options;
  registry.register({
    name: action.id,
    title: action.title,
    description:
      `${action.description} Submits a request as the signed-in person: it runs at once where their role allows it, ` +
      'and waits for approval in the portal otherwise. With previewOnly it only shows what would change and what it needs. ' +
      'Never guess a name: one that is unknown or matches several is answered with the candidates.',
    attributes: action.attributes,
    visibilityPermission: salesforceAssistantUsePermission,
    schema: {
      input: z =>
        z
          .object({
            ...toolFields(z, inputSchema(action)),
            reason: z
              .string()
              .max(4_000)
              .optional()
              .describe(
                'Why, in the words of the person who asks; some policies require it',
              ),
            org: z
              .string()
              .max(63)
              .optional()
              .describe('Id of the Salesforce org; leave out for the default'),
            previewOnly: z
              .boolean()
              .optional()
              .describe('Only show what would change; submit nothing'),
            idempotencyKey: z
              .string()
              .min(1)
              .max(200)
              .optional()
              .describe(
                'The same key makes no second request when a call is repeated',
              ),
          })
          .strict(),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ input, credentials }) => {
      const { reason, org, previewOnly, idempotencyKey, ...own } =
        input as Record<string, unknown> & {
          reason?: string;
          org?: string;
          previewOnly?: boolean;
          idempotencyKey?: string;
        };
      const caller = await callers.person(credentials);
      const body = {
        action: action.id,
        input: own,
        ...(org ? { org } : {}),
        ...(reason ? { reason } : {}),
      };
      if (previewOnly) {
        const draft = await explainToTools(() =>
          requests.previewDraft(body, { caller }),
        );
        return { output: previewOf(draft) };
      }
      const event = await auditor.createEvent({
        eventId: 'request-submit',
        severityLevel: 'medium',
        meta: { action: action.id, by: caller.ref, through: 'tool' },
      });
      try {
        const { request } = await explainToTools(() =>
          requests.submit(
            { ...body, ...(idempotencyKey ? { idempotencyKey } : {}) },
            { caller },
          ),
        );
        await event.success({ meta: { requestId: request.id } });
        let current = request;
        for (
          let waited = 0;
          isMoving(current) && waited < PATIENCE;
          waited += PAUSE
        ) {
          await wait(PAUSE);
          current = await requests.get({ requestId: request.id }, { caller });
        }
        return {
          output: { submitted: true, ...outcomeOf(current, portalUrl) },
        };
      } catch (error) {
        await event.fail({ error: error as Error });
        throw error;
      }
    },
  });
}
