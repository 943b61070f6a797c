import type { Router } from 'express';
import type { AssistantService } from '../assistant';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

const pageSize = 50;

/** The assistant: conversations and their turns. */
export function addAssistantRoutes(options: {
  router: Router;
  context: RouteContext;
  assistant: AssistantService;
}): void {
  const { router, context, assistant } = options;

  router.get('/assistant', async (req, res) => {
    const caller = await context.caller(req);
    res.json(await assistant.describe({ caller }));
  });

  router.post('/assistant/ask', async (req, res) => {
    const { body } = operationInput('AskAssistant', req);
    const caller = await context.caller(req);
    const conversation = await context.audited(
      { eventId: 'assistant-ask', severityLevel: 'low', request: req },
      async () => {
        const { id } = await assistant.create(
          body.org ? { org: body.org } : {},
          { caller },
        );
        await assistant.take({ ...body, conversationId: id }, { caller });
        return assistant.get({ conversationId: id }, { caller });
      },
    );
    res.json(conversation);
  });

  router.get('/assistant/conversations', async (req, res) => {
    const { query } = operationInput('ListConversations', req);
    const caller = await context.caller(req);
    res.json(
      await assistant.list(
        { cursor: query.cursor, limit: query.limit ?? pageSize },
        { caller },
      ),
    );
  });

  router.post('/assistant/conversations', async (req, res) => {
    const { body } = operationInput('CreateConversation', req);
    const caller = await context.caller(req);
    res.status(201).json(await assistant.create(body, { caller }));
  });

  router.get('/assistant/conversations/:conversationId', async (req, res) => {
    const { path } = operationInput('GetConversation', req);
    const caller = await context.caller(req);
    res.json(await assistant.get(path, { caller }));
  });

  router.delete(
    '/assistant/conversations/:conversationId',
    async (req, res) => {
      const { path } = operationInput('DeleteConversation', req);
      const caller = await context.caller(req);
      await context.audited(
        { eventId: 'conversation-delete', severityLevel: 'low', request: req },
        () => assistant.delete(path, { caller }),
      );
      res.status(204).end();
    },
  );

  router.post(
    '/assistant/conversations/:conversationId/turns',
    async (req, res) => {
      const { path, body } = operationInput('TakeTurn', req);
      const caller = await context.caller(req);
      const turn = await context.audited(
        { eventId: 'assistant-ask', severityLevel: 'low', request: req },
        () => assistant.take({ ...body, ...path }, { caller }),
      );
      res.json(turn);
    },
  );

  const turn = '/assistant/conversations/:conversationId/turns/:turnId';
  router.get(turn, async (req, res) => {
    const { path } = operationInput('GetTurn', req);
    const caller = await context.caller(req);
    res.json(await assistant.getTurn(path, { caller }));
  });

  router.post(`${turn}/cancel`, async (req, res) => {
    const { path } = operationInput('CancelTurn', req);
    const caller = await context.caller(req);
    res.json(await assistant.cancel(path, { caller }));
  });
}
