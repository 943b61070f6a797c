import { ScriptedEndpoint } from '../../plugins/salesforce-backend-module-openai/src/testUtils/ScriptedEndpoint.ts';

/**
 * An endpoint that speaks a model's protocol and answers each sentence with the
 * calls and the text that stand beside it, as a model would that understands
 * what is said. What becomes of them is the plugin's.
 */
export async function startModelStandIn(prompts) {
  const endpoint = await ScriptedEndpoint.start();
  const answers = new Map(
    prompts.flatMap(({ say, model }) => (model ? [[say, model]] : [])),
  );
  endpoint.answers(({ body }) => {
    const { messages = [] } = JSON.parse(body);
    const last = messages.map(({ role }) => role).lastIndexOf('user');
    const answer = answers.get(textOf(messages[last]?.content)) ?? [
      { text: 'I have no answer to that.' },
    ];
    const text = answer.map(each => each.text ?? '').join('');
    const calls = answer
      .filter(({ name }) => name)
      .map(call => ({
        name: call.name,
        arguments: JSON.stringify(call.arguments),
      }));
    // first its calls; told what came of them, what it has to say
    const isTold = messages.slice(last + 1).length > 0;
    return calls.length > 0 && !isTold ? { calls } : { text };
  });
  return endpoint;
}

function textOf(content) {
  return Array.isArray(content)
    ? content.map(({ text = '' }) => text).join('')
    : String(content ?? '');
}
