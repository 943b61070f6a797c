import type { InterpreterContext } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Spoken } from '../Reading';

/** The id of somebody's Salesforce user; undefined where there is none, or several. */
export async function userIdOf(
  person: Spoken,
  context: InterpreterContext,
): Promise<string | undefined> {
  if (person.reference === 'me') return (await context.ownUser())?.id;
  const found = [person.reference, person.label].map(words =>
    context.names.find({ words, kinds: ['user'], quality: 'exact', limit: 3 }),
  );
  const [one] = found.filter(each => each.length === 1);
  return one?.[0].thing.id;
}
