import type { NameSearch } from '@salesdesk/backstage-plugin-salesforce-node';
import { keyOf } from '../names/words';
import type { Memory } from './Memory';

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

/** What somebody types in answer to a question, as if a button had been pressed. */
export function pendingAnswer(
  text: string,
  memory: Memory,
  names: NameSearch,
): { text: string; choice?: string } | undefined {
  const { question } = memory;
  if (!question) return undefined;
  const said = keyOf(
    text.replace(
      /^(?:i mean|i meant|the one|it is|it's|its|use|to|for|with|the)\s+/i,
      '',
    ),
  );
  if (!said || said.split(' ').length > 6) return undefined;
  const fitting = question.choices.filter(({ label, detail }) => {
    const called = [keyOf(label), ...(detail ?? '').split(' · ').map(keyOf)];
    return called.includes(said);
  });
  if (fitting.length === 1) return { text, choice: fitting[0].payload };
  const partly = question.choices.filter(({ label, detail }) =>
    said
      .split(' ')
      .every(word =>
        ` ${keyOf(`${label} ${detail ?? ''}`)} `.includes(` ${word} `),
      ),
  );
  if (partly.length === 1) return { text, choice: partly[0].payload };
  const place = ordinals.findIndex(word =>
    new RegExp(`^(?:the )?${word}(?: one)?$`).test(said),
  );
  if (place >= 0 && question.choices[place])
    return { text, choice: question.choices[place].payload };
  if (
    /^(?:yes|yep|yeah|correct|right|sure|ok|okay)(?: please)?$/.test(said) &&
    question.choices.length === 1
  ) {
    return { text, choice: question.choices[0].payload };
  }
  // another name than those that were offered
  const { unclear, sentence: asked } = question;
  const isName =
    unclear !== undefined &&
    asked.includes(unclear) &&
    (['exact', 'part'] as const).some(
      quality => names.find({ words: said, limit: 1, quality }).length > 0,
    );
  if (isName && !startsAnew(text)) {
    return {
      text: asked.replace(unclear, text.replace(/[.!?\s]+$/, '').trim()),
    };
  }
  if (question.append && !startsAnew(text)) {
    const sentence = question.sentence.replace(/[.!?\s]+$/, '');
    return {
      text: `${sentence} ${question.append.replace(
        '{}',
        text.replace(/["“”.!?]/g, '').trim(),
      )}`,
      choice: undefined,
    };
  }
  return undefined;
}

function startsAnew(text: string): boolean {
  return /^(?:please|can|could|what|which|who|when|where|how|show|list|find|give|assign|remove|freeze|create|change|set|reset|deactivate|help|no|never|cancel|hi|hello|thanks)\b/i.test(
    text.trim(),
  );
}
