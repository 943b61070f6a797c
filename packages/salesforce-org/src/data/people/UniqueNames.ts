/**
 * Makes names unique by numbering them. Remembers how far each name has been
 * counted, so that a hundred thousand people with a few hundred names cost no
 * more than a few.
 */
export class UniqueNames {
  readonly #taken: Set<string>;
  readonly #last = new Map<string, number>();

  constructor(options: { taken?: Iterable<string> } = {}) {
    this.#taken = new Set(options.taken);
  }

  /** `format` gets 1 for the name itself, then 2, 3 and so on. */
  take(base: string, format: (number: number) => string): string {
    let number = (this.#last.get(base) ?? 0) + 1;
    while (this.#taken.has(format(number))) {
      number += 1;
    }
    this.#last.set(base, number);
    const name = format(number);
    this.#taken.add(name);
    return name;
  }
}
