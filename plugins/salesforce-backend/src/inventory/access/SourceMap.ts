import type { AccessSource } from '@salesdesk/backstage-plugin-salesforce-common';

function isSame(one: AccessSource, other: AccessSource): boolean {
  return (
    one.id === other.id &&
    one.kind === other.kind &&
    one.because === other.because
  );
}

/** Sources by what they give; each source once. */
export class SourceMap {
  readonly #sources = new Map<string, AccessSource[]>();

  add(key: string, source: AccessSource): void {
    const known = this.#sources.get(key);
    if (!known) this.#sources.set(key, [source]);
    else if (!known.some(other => isSame(other, source))) known.push(source);
  }

  list(): Array<[string, AccessSource[]]> {
    return [...this.#sources].sort(([one], [other]) => (one < other ? -1 : 1));
  }
}
