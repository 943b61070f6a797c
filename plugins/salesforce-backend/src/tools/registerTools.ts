import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { AuditorService } from '@backstage/backend-plugin-api';
import type { Callers } from '../permissions/Callers';
import type { ActionCatalog } from '../requests/ActionCatalog';
import type { RequestService } from '../requests/RequestService';
import { registerReadTool } from './registerReadTool';
import { registerRequestTools } from './registerRequestTools';
import { registerWriteTool } from './registerWriteTool';

/** What every tool needs. */
export interface ToolServices {
  registry: ActionsRegistryService;
  requests: RequestService;
  callers: Callers;
  auditor: AuditorService;
  /** Where people open the portal, without a slash at the end. */
  portalUrl: string;
  wait(milliseconds: number): Promise<void>;
}

/**
 * Offers every action to the host's actions registry, and through it to MCP
 * clients, as tools of the person who is signed in.
 *
 * A tool has the authority of that person and no more: reads run through the
 * same guarded service as the portal's, writes submit a request, and there is
 * no tool that reviews. Principals that are not people are refused by
 * `Callers`, because the permission framework would let them do anything.
 */
export function registerTools(
  options: ToolServices & { actions: ActionCatalog },
): void {
  const { actions, ...services } = options;
  for (const action of actions.list()) {
    if (action.kind === 'read') registerReadTool({ ...services, action });
    else registerWriteTool({ ...services, action });
  }
  registerRequestTools(services);
}
