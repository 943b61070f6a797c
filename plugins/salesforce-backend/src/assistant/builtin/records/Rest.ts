/** What is left of a step while its parts are understood one after the other. */
export class Rest {
  constructor(public text: string) {}

  /** Takes the first match away; answers it. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const found = pattern.exec(this.text);
    if (!found) return undefined;
    this.text = `${this.text.slice(0, found.index)} ${this.text.slice(
      found.index + found[0].length,
    )}`;
    return found;
  }

  /** The first group of the first pattern that matches, without quotes. */
  takeName(...patterns: RegExp[]): string | undefined {
    for (const pattern of patterns) {
      const found = this.take(pattern);
      const name = (found?.[1] ?? found?.[2])?.replace(/^"|"$/g, '').trim();
      if (name) return name;
    }
    return undefined;
  }
}

/** Where a name ends: a comma, or a word that begins another part. */
export const nameEnd =
  '(?=\\s*(?:[,;:]|$)|\\s+(?:with|and|email|e-mail|phone|mobile|amount|closing|closes|close|due|stage|priority|status|title|source|worth|valued|owner|owned|about|regarding|re|assigned|whose|using|who|description|subject|today|tomorrow|next|at|from|in|on|as|by|for|type|rating|industry)\\b)';
