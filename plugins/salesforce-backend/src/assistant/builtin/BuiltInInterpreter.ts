import type {
  Interpretation,
  Interpreter,
  InterpreterInput,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { decodeChoice } from '../choices';

/** Understands by rules: no network, no key, milliseconds. */
export class BuiltInInterpreter implements Interpreter {
  readonly kind = 'builtin';

  async interpret(input: InterpreterInput): Promise<Interpretation> {
    const choice = input.choice ? decodeChoice(input.choice) : undefined;
    if (choice?.kind === 'draft') {
      return { parts: [{ kind: 'drafts', drafts: [choice.proposal] }] };
    }
    return {
      parts: [
        {
          kind: 'question',
          text: 'I did not understand that. What should be done?',
          choices: [],
        },
      ],
    };
  }
}
