/**
 * A condition of a WHERE clause. Only the builders of {@link soql} and parsed
 * queries make one, so its text can hold no value that was not escaped.
 *
 * @public
 */
export class SoqlCondition {
  readonly #text: string;
  readonly #compound: boolean;

  /** @internal */
  constructor(options: { text: string; compound: boolean }) {
    this.#text = options.text;
    this.#compound = options.compound;
  }

  toString(): string {
    return this.#text;
  }

  /** Its text as a part of a larger condition. @internal */
  asPart(): string {
    return this.#compound ? `(${this.#text})` : this.#text;
  }
}
