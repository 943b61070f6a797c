/** Bytes that are held in the page before they become part of a blob. */
const piece = 4 * 1024 * 1024;

/**
 * Reads a stream into a file. What has come is handed to the browser piece by
 * piece as a blob, which it keeps outside of the page's memory and on disk
 * where it is large. Rejects when the stream breaks off: half an export must
 * never look like a whole one.
 */
export async function collectFile(options: {
  stream: ReadableStream<Uint8Array>;
  type: string;
  onProgress(bytes: number): void;
}): Promise<Blob> {
  const { stream, type, onProgress } = options;
  const reader = stream.getReader();
  const blobs: Blob[] = [];
  let parts: BlobPart[] = [];
  let held = 0;
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (value) {
      parts.push(value as Uint8Array<ArrayBuffer>);
      held += value.length;
      bytes += value.length;
    }
    if (done || held >= piece) {
      blobs.push(new Blob(parts));
      parts = [];
      held = 0;
      onProgress(bytes);
    }
    if (done) return new Blob(blobs, { type });
  }
}
