import type { InterpreterContext } from '@salesdesk/backstage-plugin-salesforce-node';
import {
  compileQuestion,
  type CompiledQuestion,
} from '../../dataQuestions/compileQuestion';
import type { DataSchema } from '../../dataQuestions/DataSchema';
import { objectsOf } from '../records/spokenRecord';
import { wallClock } from '../wallClock';

/** A question about records as a query, with the eyes of the person who asks. */
export async function compiledFor(
  text: string,
  context: InterpreterContext,
  before: readonly string[] = [],
  spokenOf?: DataSchema['spokenOf'],
): Promise<CompiledQuestion | undefined> {
  const own = await context.ownUser();
  const schema: DataSchema = {
    objects: await objectsOf(context),
    describe: object => context.describe(object),
    now: wallClock(context),
    timeZone: context.timeZone,
    ...(spokenOf ? { spokenOf } : {}),
    ...(own?.id ? { ownUserId: own.id } : {}),
    findUsers: words =>
      [
        ...context.names.find({ words, kinds: ['user'], quality: 'exact' }),
        ...context.names.find({ words, kinds: ['user'], quality: 'part' }),
      ]
        .filter(
          ({ thing }, index, all) =>
            all.findIndex(other => other.thing.id === thing.id) === index,
        )
        .filter(
          ({ quality }, _index, all) =>
            quality === 'exact' ||
            !all.some(other => other.quality === 'exact'),
        )
        .flatMap(({ thing }) =>
          thing.id ? [{ id: thing.id, label: thing.label }] : [],
        ),
  };
  return compileQuestion(text, schema, before);
}
