/** Longer than any entry: a line is held in memory as a whole. */
const longestLine = 256 * 1024 * 1024;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = [0xef, 0xbb, 0xbf];
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** One line of a file, or why its bytes are not a line of text. */
export type ReadLine = { text: string } | { problem: string };

/**
 * The lines of a file, in constant memory. Lines end with a line feed and with
 * nothing else: a text may hold U+2028, which line readers of Node take for an
 * end of line too. Bytes are read strictly, so that what is verified is what
 * stands in the file. Empty lines and a carriage return at the end of a line
 * are no content, and are left out.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReadLine> {
  let parts: Uint8Array[] = [];
  let held = 0;
  let isFirst = true;
  const take = (last: Uint8Array): ReadLine | undefined => {
    const bytes = parts.length === 0 ? last : Buffer.concat([...parts, last]);
    parts = [];
    held = 0;
    const line = toLine(bytes, isFirst);
    isFirst = false;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (
      let end = chunk.indexOf(lineFeed);
      end >= 0;
      end = chunk.indexOf(lineFeed, start)
    ) {
      const line = take(chunk.subarray(start, end));
      if (line) yield line;
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
    held += chunk.length - start;
    if (held > longestLine) {
      yield { problem: 'The line is longer than any entry' };
      return;
    }
  }
  const line = take(new Uint8Array());
  if (line) yield line;
}

function toLine(bytes: Uint8Array, isFirst: boolean): ReadLine | undefined {
  if (isFirst && byteOrderMark.every((byte, at) => bytes[at] === byte)) {
    return {
      problem:
        'The file begins with a byte order mark: a program that opened it has saved it anew',
    };
  }
  const end =
    bytes[bytes.length - 1] === carriageReturn
      ? bytes.length - 1
      : bytes.length;
  if (end === 0) return undefined;
  try {
    return { text: strictUtf8.decode(bytes.subarray(0, end)) };
  } catch {
    return { problem: 'The line is not UTF-8' };
  }
}
