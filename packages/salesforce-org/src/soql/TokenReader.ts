import { SoqlSyntaxError } from './SoqlSyntaxError';
import type { Word } from './syntaxTree';
import type { Token, TokenKind } from './tokens';

/** Reads tokens one after the other, and says what does not belong. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get next(): Token {
    return this.#tokens[this.#position];
  }

  get afterNext(): Token | undefined {
    return this.#tokens[this.#position + 1];
  }

  take(): Token {
    const token = this.next;
    if (token.kind !== 'end') this.#position += 1;
    return token;
  }

  takeKind(kind: TokenKind): Token {
    if (this.next.kind !== kind) throw this.unexpected();
    return this.take();
  }

  /** Whether the next token is this keyword or mark, in any casing. */
  sees(text: string): boolean {
    const { next } = this;
    return next.kind !== 'string' && next.text.toUpperCase() === text;
  }

  seesAny(texts: ReadonlySet<string>): boolean {
    const { next } = this;
    return next.kind !== 'string' && texts.has(next.text.toUpperCase());
  }

  /** Takes the keyword or mark if it comes next. */
  accept(text: string): Token | undefined {
    return this.sees(text) ? this.take() : undefined;
  }

  expect(text: string): Token {
    const token = this.accept(text);
    if (!token) throw this.unexpected();
    return token;
  }

  /** A name, unless it is one of these words. */
  takeName(except: ReadonlySet<string>): Word {
    const { next } = this;
    if (next.kind !== 'name' || except.has(next.text.toUpperCase())) {
      throw this.unexpected();
    }
    const { text, offset } = this.take();
    return { text, offset };
  }

  /** One or more, with commas between them. */
  list<T>(read: () => T): T[] {
    const items = [read()];
    while (this.accept(',')) items.push(read());
    return items;
  }

  unexpected(token: Token = this.next): SoqlSyntaxError {
    const { text, offset } = token;
    const isBind = text === ':' && this.afterNext?.kind === 'name';
    const message = isBind
      ? 'Bind variables only allowed in Apex code'
      : `unexpected token: '${text}'`;
    return new SoqlSyntaxError({ message, offset });
  }
}
