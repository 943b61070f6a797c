import {
  HighlightStyle,
  StreamLanguage,
  syntaxHighlighting,
  type StreamParser,
} from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { atoms, isDateLiteral, keywords } from './soqlWords';

/** Enough of SOQL to colour it; what it means is read by `wantedAt`. */
const parser: StreamParser<object> = {
  name: 'soql',
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^'(?:[^'\\]|\\.)*'?/)) return 'string';
    if (stream.match(/^[+-]?\d[\w.:+-]*/)) return 'number';
    const word = stream.match(/^[A-Za-z_][\w.]*(?::\d+)?/);
    if (word) {
      const text = String((word as RegExpMatchArray)[0]);
      const upper = text.toUpperCase();
      if (keywords.has(upper)) return 'keyword';
      if (atoms.has(upper)) return 'bool';
      if (isDateLiteral(text)) return 'atom';
      return stream.match(/^\s*\(/, false) ? 'function' : 'variableName';
    }
    stream.next();
    return null;
  },
  tokenTable: {
    function: tags.function(tags.variableName),
  },
};

// The strong voices of the design system: they can be read on any of its grounds.
const colours = HighlightStyle.define([
  {
    tag: tags.keyword,
    color: 'var(--bui-announcement-fg-subdued)',
    fontWeight: '600',
  },
  { tag: tags.string, color: 'var(--bui-positive-fg-subdued)' },
  {
    tag: [tags.number, tags.bool, tags.atom],
    color: 'var(--bui-warning-fg-subdued)',
  },
  {
    tag: tags.function(tags.variableName),
    color: 'var(--bui-announcement-fg-subdued)',
  },
]);

/** SOQL in colours. */
export const soqlLanguage = [
  StreamLanguage.define(parser),
  syntaxHighlighting(colours),
];
