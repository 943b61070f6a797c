import type { ActionDescription } from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Caller } from '../permissions/Caller';
import { foreseeDecision } from '../permissions/foreseeDecision';
import type { CurrentPolicy, PolicyBook } from '../policies/PolicyBook';
import { policyNames, refsInPolicy } from '../policies/policyNames';
import { policySentence } from '../policy/policySentence';
import type { ActionCatalog } from './ActionCatalog';
import { inputSchema } from './inputSchema';
import type { PeopleDirectory } from './PeopleDirectory';
import { undoWords } from './undoWords';

/** Describes the actions to the person who wants to use them. */
export class ActionDescriptions {
  readonly #options: {
    actions: ActionCatalog;
    book: PolicyBook;
    people: PeopleDirectory;
  };

  constructor(options: {
    actions: ActionCatalog;
    book: PolicyBook;
    people: PeopleDirectory;
  }) {
    this.#options = options;
  }

  /** The actions that are switched on, in the order in which they were added. */
  async list(options: { caller: Caller }): Promise<ActionDescription[]> {
    const { caller } = options;
    const { actions, book, people } = this.#options;
    const all = actions.list();
    const policies = await book.currentOf(all.map(({ id }) => id));
    const nameOf = policyNames(
      await people.describe([
        ...new Set(
          [...policies.values()].flatMap(({ policy }) => refsInPolicy(policy)),
        ),
      ]),
    );
    return all.flatMap(action => {
      const current = policies.get(action.id);
      if (!current?.policy.enabled) return [];
      const { permitted, sentence } = standing({ action, current, caller });
      return [
        {
          id: action.id,
          title: action.title,
          description: action.description,
          family: action.family,
          kind: action.kind,
          risk: action.risk,
          inputSchema: inputSchema(action),
          attributes: action.attributes,
          permitted,
          policySentence: sentence ?? policySentence(current.policy, nameOf),
          selfService: current.policy.selfService,
          reasonRequired:
            action.kind === 'write' && current.policy.reason === 'required',
          examples: action.examples,
          ...undoOf(action),
        },
      ];
    });
  }
}

function standing(options: {
  action: SalesforceAction;
  current: CurrentPolicy;
  caller: Caller;
}): { permitted: ActionDescription['permitted']; sentence?: string } {
  const { action, current, caller } = options;
  const facts = {
    actionId: action.id,
    risk: action.risk,
    requesterRef: caller.ref,
  };
  if (action.kind === 'read') {
    const readsAll = foreseeDecision(caller.decisions.scope('runReads'), facts);
    return readsAll === 'no'
      ? {
          permitted: 'depends',
          sentence:
            'It only reads, and answers at once, about what is your own.',
        }
      : {
          permitted: readsAll,
          sentence: 'It only reads, and answers at once.',
        };
  }
  const { audience } = current.policy;
  const isInvited =
    audience.length === 0 ||
    audience.some(ref => caller.ownershipRefs.includes(ref));
  return {
    permitted: isInvited
      ? foreseeDecision(caller.decisions.scope('create'), facts)
      : 'no',
  };
}

function undoOf(
  action: SalesforceAction,
): Pick<ActionDescription, 'undoable' | 'undoNote'> {
  if (action.kind === 'read') return { undoable: 'no' };
  const undoNote = undoWords(action.undo);
  switch (action.undo.kind) {
    case 'none':
      return { undoable: 'no', undoNote };
    case 'plan':
      return { undoable: 'partly', undoNote };
    default:
      return { undoable: 'yes', undoNote };
  }
}
