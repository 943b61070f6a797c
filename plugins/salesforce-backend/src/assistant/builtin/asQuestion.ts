import type { InterpretedPart } from '@salesdesk/backstage-plugin-salesforce-node';
import { encodeChoice } from '../choices';
import { reworded } from '../Rewording';
import type { NotAll } from './NotAll';
import { Unclear } from './Reading';

type Question = Extract<InterpretedPart, { kind: 'question' }>;

const mostChoices = 10;

/** A question whose buttons say what would have been clear. */
export function asQuestion(
  error: Unclear | NotAll,
  sentence: string,
  meant: Record<string, string>,
): Question {
  if (!(error instanceof Unclear)) {
    const words = error.words.join(' ');
    return {
      kind: 'question',
      text: `I did not understand “${words}”. Should I leave it aside, or can you say it in other words?`,
      choices: [
        {
          label: 'Leave it aside',
          text: `Leave “${words}” aside`,
          payload: encodeChoice({ kind: 'drafts', proposals: error.drafts }),
        },
      ],
    };
  }
  const { mention, candidates } = error;
  return {
    kind: 'question',
    text: error.text,
    choices: mention
      ? candidates
          .slice(0, mostChoices)
          .map(({ kind, value, label, detail, status }) => ({
            label,
            detail: detail ?? kind.replace(/-/g, ' '),
            ...(status ? { status } : {}),
            text: label,
            payload: encodeChoice({
              kind: 'sentence',
              text: sentence,
              meant: {
                ...meant,
                [mention.text.toLowerCase()]: `${kind} ${value}`,
              },
            }),
          }))
      : error.rewordings.slice(0, mostChoices).map(option => ({
          label: option.label,
          ...(option.detail ? { detail: option.detail } : {}),
          text: option.label,
          payload: encodeChoice({
            kind: 'sentence',
            text: reworded(sentence, option),
            meant,
          }),
        })),
  };
}
