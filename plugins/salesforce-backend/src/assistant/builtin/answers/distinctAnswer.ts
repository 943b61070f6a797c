import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import { distinctCount } from '../../dataQuestions/distinctCount';
import { fieldsIn } from '../../dataQuestions/fieldWords';
import { objectsIn } from '../../dataQuestions/objectWords';
import { Unclear } from '../Reading';
import { objectsOf } from '../records/spokenRecord';
import type { Answerer } from './answerQuestion';
import { blocksPart, isPart, query } from './blocks';
import { compiledFor } from './compiledFor';
import { dataAnswer } from './dataAnswer';

const people =
  /^(?:(?:case |lead |account |opportunity )?owners?|people|users?|agents?|(?:sales )?reps?)$/i;

/** "how many different accounts have open cases", "how many distinct lead sources". */
export const distinctAnswer: Answerer = async question => {
  const asked = distinctCount(question.text);
  if (!asked) return undefined;
  const { input } = question;
  const { context } = input;
  const objects = await objectsOf(context);
  const [itself] = objectsIn(asked.what, objects);
  const [other] = objectsIn(asked.rest, objects);
  // each account is one already
  if (
    itself &&
    itself.words === asked.what.toLowerCase() &&
    !people.test(asked.what)
  ) {
    return dataAnswer({ ...question, text: asked.plainly });
  }
  const object = other ?? itself;
  if (!object || object.name === 'User') return undefined;
  const description = await context.describe(object.name);
  const field = people.test(asked.what)
    ? description.fields.find(({ name }) => name === 'OwnerId')
    : fieldsIn(asked.what, description)[0]?.field;
  if (!field) return undefined;
  const compiled = await compiledFor(
    other ? asked.rest : `${asked.rest} ${description.label}`,
    context,
  );
  if (!compiled) return undefined;
  if (compiled.kind === 'unclear') {
    throw Unclear.among(compiled.text, compiled.options);
  }
  const { text: soqlText } = soql.select({
    from: compiled.object.name,
    fields: [{ aggregate: 'COUNT_DISTINCT', field: field.name, as: 'records' }],
    where: compiled.select.where,
  });
  input.progress(`Reading ${compiled.object.label}`);
  const answer = await query(context, soqlText);
  if (isPart(answer)) return [answer];
  return [
    blocksPart({
      kind: 'number',
      label: `Different ${field.label.replace(/ ID$/, '')}: ${[
        compiled.object.label,
        ...compiled.explanation,
      ].join(', ')}`,
      value: Number(answer.rows?.[0]?.records ?? 0),
      query: soqlText,
      ...(answer.restrictedTo ? { restrictedTo: answer.restrictedTo } : {}),
    }),
  ];
};
