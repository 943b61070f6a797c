import type {
  InterpretedPart,
  InterpreterContext,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Spoken } from '../Reading';
import type { Question } from './answerQuestion';
import { textPart } from './blocks';

/** Whose Salesforce user a question is about. */
export interface AskedUser {
  /** "Erin Walsh", or "you". */
  label: string;
  isOwn: boolean;
  id: string;
}

/**
 * The user of whoever is named, or of whoever asks where they speak of
 * themselves; what to answer instead where that person has none; undefined
 * where nobody is spoken of.
 */
export async function askedUser(
  { reading, input }: Question,
  isOwn: boolean,
): Promise<AskedUser | InterpretedPart[] | undefined> {
  const person = isOwn
    ? { reference: 'me', label: 'you' }
    : reading.people({ optional: true })[0];
  if (!person) return undefined;
  const { context } = input;
  const id = await userIdOf(person, context);
  if (id) return { label: person.label, isOwn, id };
  const who = isOwn ? 'You have' : `${person.label} has`;
  return [textPart(`${who} no Salesforce user in ${context.org.title}.`)];
}

/** Undefined where somebody has no user, or several. */
async function userIdOf(
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
