const NEW_LINE = 10;

/**
 * Reads an export as it streams in, counting its lines. What was read is held
 * as a blob, which the browser keeps outside of the page's memory. A stream
 * that breaks off rejects: half an export must never look like a whole one.
 */
export async function readExport(options: {
  response: Response;
  onProgress(entries: number): void;
}): Promise<{ content: Blob; entries: number }> {
  const { response, onProgress } = options;
  const parts: BlobPart[] = [];
  let entries = 0;
  let endsInLine = true;
  const reader = response.body?.getReader();
  if (!reader) {
    const text = await response.text();
    const lines = text.split('\n').filter(Boolean).length;
    onProgress(lines);
    return { content: toBlob([text]), entries: lines };
  }
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (const byte of value) if (byte === NEW_LINE) entries += 1;
    endsInLine = value.length === 0 ? endsInLine : value.at(-1) === NEW_LINE;
    parts.push(value);
    onProgress(entries);
  }
  // The last line may come without its line feed.
  if (!endsInLine) onProgress((entries += 1));
  return { content: toBlob(parts), entries };
}

function toBlob(parts: BlobPart[]): Blob {
  return new Blob(parts, { type: 'application/x-ndjson' });
}
