/** A query that cannot be read, before it is known where it came from. */
export class SoqlSyntaxError extends Error {
  readonly offset: number;

  constructor(options: { message: string; offset: number }) {
    super(options.message);
    this.name = 'SoqlSyntaxError';
    this.offset = options.offset;
  }
}
