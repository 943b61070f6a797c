import type { SoakBed } from './SoakBed';
import type { SoakOrg } from './SoakOrg';

/** An input of an action that alters something in the demo's org. */
export interface Example {
  action: string;
  input: unknown;
}

/** What has to be there before, so that an example alters something. */
const before: Record<string, Example[]> = {
  salesforce_unfreeze_user: [
    { action: 'salesforce_freeze_user', input: { users: ['marco@acme.com'] } },
  ],
};

/** More than this is a bulk request, which has a soak of its own. */
const mostChanges = 60;

/**
 * The write actions of the registry, each with an example that alters
 * something. Actions that others add are found here by themselves, through the
 * examples that they come with.
 */
export class Catalogue {
  readonly #examples: Map<string, Example>;

  static async read(bed: SoakBed): Promise<Catalogue> {
    const examples = new Map<string, Example>();
    const missing: string[] = [];
    for (const action of bed.wired.actions.list()) {
      if (action.kind !== 'write') continue;
      const why: string[] = [];
      for (const { input } of action.examples) {
        const example = { action: action.id, input };
        const problem = await tryOut(bed, example);
        if (problem === undefined) {
          examples.set(action.id, example);
          break;
        }
        why.push(problem);
      }
      if (!examples.has(action.id)) missing.push(`${action.id}: ${why}`);
    }
    return new Catalogue(examples, missing);
  }

  private constructor(
    examples: Map<string, Example>,
    /** Actions of which no example alters anything in the demo's org, and why. */
    readonly missing: string[],
  ) {
    this.#examples = examples;
  }

  get actions(): string[] {
    return [...this.#examples.keys()];
  }

  inputOf(action: string): unknown {
    return this.#examples.get(action)?.input;
  }
}

/** Puts the org into the state in which the example alters something. */
export async function prepare(
  bed: SoakBed,
  org: SoakOrg,
  action: string,
): Promise<void> {
  for (const example of before[action] ?? []) {
    await bed.submit(org, example.action, example.input);
    await bed.runHere();
  }
  org.server.journal.clear();
  org.server.requestLog.clear();
}

async function tryOut(
  bed: SoakBed,
  example: Example,
): Promise<string | undefined> {
  const [org] = bed.orgs;
  org.reset();
  await prepare(bed, org, example.action);
  try {
    const draft = await bed.preview(org, example.action, example.input);
    const problems = [...(draft.errors ?? []), ...(draft.plan?.blockers ?? [])];
    if (problems.length > 0) {
      return problems.map(({ message }) => message).join('; ');
    }
    const count = draft.plan?.changeCount ?? 0;
    if (count === 0) return 'nothing to change';
    if (count > mostChanges) return 'too many changes';
    return undefined;
  } catch (error) {
    return String(error);
  }
}
