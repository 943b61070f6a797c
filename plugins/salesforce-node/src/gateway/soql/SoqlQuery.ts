/**
 * One SOQL query that is ready to be sent. Only the builders of {@link soql}
 * make one: from typed conditions, or from a syntax tree. Text never becomes a
 * query by itself.
 *
 * @public
 */
export class SoqlQuery {
  readonly #text: string;
  /** The object after FROM. */
  readonly object: string;

  /** @internal */
  constructor(options: { text: string; object: string }) {
    this.#text = options.text;
    this.object = options.object;
  }

  /** The text of the query. */
  get text(): string {
    return this.#text;
  }

  toString(): string {
    return this.#text;
  }
}
