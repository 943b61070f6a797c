import { salesforceAssistantUsePermission } from '@salesdesk/backstage-plugin-salesforce-common';
import { explainToTools } from './explainToTools';
import type { ToolServices } from './registerTools';
import { outcomeOf } from './requestOutcome';

const visibilityPermission = salesforceAssistantUsePermission;

/** Tools about requests themselves. There is none that reviews: a person does that. */
export function registerRequestTools(services: ToolServices): void {
  registerGetRequest(services);
  registerListRequests(services);
  registerCancelRequest(services);
}

function registerGetRequest({
  registry,
  requests,
  callers,
  portalUrl,
}: ToolServices): void {
  registry.register({
    name: 'salesforce_get_request',
    title: 'Look at a Salesforce request',
    description:
      'How one request stands: its state, whom it waits for, what became of each change. Use the requestId that a write tool answered.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission,
    schema: {
      input: z => z.object({ requestId: z.string().min(1).max(64) }).strict(),
      output: z => z.object({ requestId: z.string() }).passthrough(),
    },
    action: async ({ input, credentials }) => {
      const caller = await callers.person(credentials);
      const request = await explainToTools(() =>
        requests.get({ requestId: input.requestId }, { caller }),
      );
      return { output: outcomeOf(request, portalUrl) };
    },
  });
}

function registerListRequests({
  registry,
  requests,
  callers,
  portalUrl,
}: ToolServices): void {
  registry.register({
    name: 'salesforce_list_requests',
    title: 'List Salesforce requests',
    description:
      'Requests that the signed-in person made, that wait for their review, or that they may see, the newest first.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission,
    schema: {
      input: z =>
        z
          .object({
            view: z
              .enum(['mine', 'to_review', 'all'])
              .optional()
              .describe('Default: mine'),
            search: z
              .string()
              .max(200)
              .optional()
              .describe('Words of the title, a person or a number'),
            limit: z.number().int().min(1).max(50).optional(),
            cursor: z.string().max(2_000).optional(),
          })
          .strict(),
      output: z =>
        z.object({ items: z.array(z.object({}).passthrough()) }).passthrough(),
    },
    action: async ({ input, credentials }) => {
      const caller = await callers.person(credentials);
      const page = await explainToTools(() =>
        requests.list(
          {
            view: input.view ?? 'mine',
            order: 'newest',
            limit: input.limit ?? 20,
            ...(input.search ? { search: input.search } : {}),
            ...(input.cursor ? { cursor: input.cursor } : {}),
          },
          { caller },
        ),
      );
      return {
        output: {
          items: page.items.map(request => ({
            requestId: request.id,
            number: request.number,
            title: request.title,
            state: request.state,
            requester: request.requester.displayName,
            ...(request.waitingFor ? { waitingFor: request.waitingFor } : {}),
            createdAt: request.createdAt,
            url: `${portalUrl}/salesforce/requests/${request.id}`,
          })),
          ...(page.nextCursor ? { nextCursor: page.nextCursor } : {}),
        },
      };
    },
  });
}

function registerCancelRequest({
  registry,
  requests,
  callers,
  auditor,
  portalUrl,
}: ToolServices): void {
  registry.register({
    name: 'salesforce_cancel_request',
    title: 'Withdraw a Salesforce request',
    description:
      'Withdraws a request that has not started to run, as the person who asked for it.',
    attributes: { readOnly: false, destructive: false, idempotent: true },
    visibilityPermission,
    schema: {
      input: z =>
        z
          .object({
            requestId: z.string().min(1).max(64),
            comment: z.string().max(4_000).optional(),
          })
          .strict(),
      output: z => z.object({ requestId: z.string() }).passthrough(),
    },
    action: async ({ input, credentials }) => {
      const caller = await callers.person(credentials);
      const event = await auditor.createEvent({
        eventId: 'request-cancel',
        severityLevel: 'medium',
        meta: { requestId: input.requestId, by: caller.ref, through: 'tool' },
      });
      try {
        const request = await explainToTools(() =>
          requests.cancel(
            {
              requestId: input.requestId,
              ...(input.comment ? { comment: input.comment } : {}),
            },
            { caller },
          ),
        );
        await event.success();
        return { output: outcomeOf(request, portalUrl) };
      } catch (error) {
        await event.fail({ error: error as Error });
        throw error;
      }
    },
  });
}
