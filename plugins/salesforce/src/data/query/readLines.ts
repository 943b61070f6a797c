/**
 * Reads a stream of JSON, one value per line, as it comes. The last line may
 * come without its line feed. Rejects when the stream breaks off.
 */
export async function* readLines(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let rest: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const pieces = (
        done ? decoder.decode() : decoder.decode(value, { stream: true })
      ).split('\n');
      for (const piece of pieces.slice(0, -1)) {
        const line = [...rest, piece].join('');
        rest = [];
        if (line) yield JSON.parse(line);
      }
      const last = pieces.at(-1);
      if (last) rest.push(last);
      if (done) break;
    }
    if (rest.length > 0) yield JSON.parse(rest.join(''));
  } finally {
    await reader.cancel().catch(() => {});
  }
}
