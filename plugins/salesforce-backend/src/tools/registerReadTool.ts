import {
  salesforceAssistantUsePermission,
  type ActionAnswer,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceReadAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { inputSchema } from '../requests/inputSchema';
import { explainToTools } from './explainToTools';
import type { ToolServices } from './registerTools';
import { toolFields } from './toolSchema';

/** The most rows that one call answers; `nextCursor` leads on. */
const SHOWN_ROWS = 200;

/** A read action as a tool: it answers at once. */
export function registerReadTool(
  options: ToolServices & { action: SalesforceReadAction },
): void {
  const { registry, requests, callers, action } = options;
  registry.register({
    name: action.id,
    title: action.title,
    description: `${action.description} Answers at once, with what the signed-in person may see.`,
    attributes: action.attributes,
    visibilityPermission: salesforceAssistantUsePermission,
    schema: {
      input: z =>
        z
          .object({
            ...toolFields(z, inputSchema(action)),
            org: z
              .string()
              .max(63)
              .optional()
              .describe('Id of the Salesforce org; leave out for the default'),
            cursor: z
              .string()
              .max(2_000)
              .optional()
              .describe('nextCursor of an earlier answer, for further rows'),
          })
          .strict(),
      output: z => z.object({ kind: z.string() }).passthrough(),
    },
    action: async ({ input, credentials }) => {
      const { org, cursor, ...own } = input as Record<string, unknown> & {
        org?: string;
        cursor?: string;
      };
      const caller = await callers.person(credentials);
      const answer = await explainToTools(() =>
        requests.runRead(
          {
            action: action.id,
            input: own,
            ...(org ? { org } : {}),
            ...(cursor ? { cursor } : {}),
          },
          { caller },
        ),
      );
      return { output: shortened(answer) };
    },
  });
}

function shortened(answer: ActionAnswer) {
  const rows = answer.rows ?? [];
  if (rows.length <= SHOWN_ROWS) return answer;
  return {
    ...answer,
    rows: rows.slice(0, SHOWN_ROWS),
    notes: [
      ...(answer.notes ?? []),
      `Only the first ${SHOWN_ROWS} of ${rows.length} rows are shown: narrow the question, or count and group.`,
    ],
  };
}
