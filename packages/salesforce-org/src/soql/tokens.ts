import { createToken, Lexer, type TokenType } from 'chevrotain';

/*
 * The words of SOQL. Its keywords are keywords only where the grammar expects
 * them: `Group` is an object, `Order` too, `Type` and `Scope` may be fields.
 * So each keyword is also a `Name`; those that Salesforce reserves are no
 * `Alias`, and those that begin a clause are no field.
 */

export const Name = createToken({ name: 'Name', pattern: Lexer.NA });
/** A name in a select list or a condition. */
export const FieldName = createToken({
  name: 'FieldName',
  pattern: Lexer.NA,
  categories: Name,
});
/** A name that somebody gives to a field or an object. */
export const AliasName = createToken({
  name: 'AliasName',
  pattern: Lexer.NA,
  categories: FieldName,
});

const Identifier = createToken({
  name: 'Identifier',
  pattern: /[A-Za-z_]\w*/,
  categories: AliasName,
});

function keyword(word: string, category: TokenType): TokenType {
  return createToken({
    name: word[0] + word.slice(1).toLowerCase(),
    pattern: new RegExp(`${word}\\b`, 'i'),
    categories: category,
  });
}

const reserved = (word: string) => keyword(word, Name);
const reservedAsAlias = (word: string) => keyword(word, FieldName);
const contextual = (word: string) => keyword(word, AliasName);

export const Select = reserved('SELECT');
export const From = reserved('FROM');
export const Where = reserved('WHERE');
export const And = reserved('AND');
export const Or = reserved('OR');
export const Not = reserved('NOT');
export const In = reserved('IN');
export const Like = reserved('LIKE');
export const Includes = reserved('INCLUDES');
export const Excludes = reserved('EXCLUDES');
export const Null = reserved('NULL');
export const Having = reserved('HAVING');
export const With = reserved('WITH');
export const Using = reserved('USING');
export const Group = reservedAsAlias('GROUP');
export const Order = reservedAsAlias('ORDER');
export const Limit = reservedAsAlias('LIMIT');
export const Offset = reservedAsAlias('OFFSET');
export const Asc = reservedAsAlias('ASC');
export const Desc = reservedAsAlias('DESC');
export const Nulls = reservedAsAlias('NULLS');
export const First = reservedAsAlias('FIRST');
export const Last = reservedAsAlias('LAST');
export const For = reservedAsAlias('FOR');
export const By = contextual('BY');
export const Scope = contextual('SCOPE');
export const True = contextual('TRUE');
export const False = contextual('FALSE');
export const All = reservedAsAlias('ALL');
export const Rows = contextual('ROWS');
export const View = contextual('VIEW');
export const Reference = contextual('REFERENCE');
export const Update = reservedAsAlias('UPDATE');
export const Typeof = contextual('TYPEOF');
export const When = reservedAsAlias('WHEN');
export const Then = reservedAsAlias('THEN');
export const Else = reservedAsAlias('ELSE');
export const End = reservedAsAlias('END');

export const WhiteSpace = createToken({
  name: 'WhiteSpace',
  pattern: /\s+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});
export const DateTimeValue = createToken({
  name: 'DateTimeValue',
  pattern:
    /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})/i,
});
export const DateValue = createToken({
  name: 'DateValue',
  pattern: /\d{4}-\d{2}-\d{2}/,
});
export const TimeValue = createToken({
  name: 'TimeValue',
  pattern: /\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/i,
});
export const NumberValue = createToken({
  name: 'NumberValue',
  pattern: /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/,
});
export const StringValue = createToken({
  name: 'StringValue',
  pattern: /'(?:[^'\\]|\\[\s\S])*'/,
  line_breaks: true,
});
export const Comparison = createToken({
  name: 'Comparison',
  pattern: /!=|<>|<=|>=|=|<|>/,
});
export const Dot = createToken({ name: 'Dot', pattern: '.' });
export const Comma = createToken({ name: 'Comma', pattern: ',' });
export const Colon = createToken({ name: 'Colon', pattern: ':' });
export const OpenParenthesis = createToken({
  name: 'OpenParenthesis',
  pattern: '(',
});
export const CloseParenthesis = createToken({
  name: 'CloseParenthesis',
  pattern: ')',
});
/** Whatever else stands there, so that the parser may point at it. */
export const Unknown = createToken({
  name: 'Unknown',
  pattern: /[^\s]/,
});

export const keywords: readonly TokenType[] = [
  Select,
  From,
  Where,
  And,
  Order,
  Or,
  Not,
  Nulls,
  Null,
  Includes,
  In,
  Like,
  Excludes,
  Having,
  With,
  Using,
  Group,
  Limit,
  Offset,
  Asc,
  Desc,
  First,
  Last,
  For,
  By,
  Scope,
  True,
  False,
  All,
  Rows,
  View,
  Reference,
  Update,
  Typeof,
  When,
  Then,
  Else,
  End,
];

export const vocabulary: TokenType[] = [
  WhiteSpace,
  DateTimeValue,
  DateValue,
  TimeValue,
  NumberValue,
  StringValue,
  Comparison,
  Dot,
  Comma,
  Colon,
  OpenParenthesis,
  CloseParenthesis,
  ...keywords,
  Identifier,
  Unknown,
  Name,
  FieldName,
  AliasName,
];
