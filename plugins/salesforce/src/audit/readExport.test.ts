import { readExport } from './readExport';

function streamed(...pieces: (string | Error)[]): Response {
  const encoder = new TextEncoder();
  return new Response(
    new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = pieces.shift();
        if (piece === undefined) controller.close();
        else if (piece instanceof Error) controller.error(piece);
        else controller.enqueue(encoder.encode(piece));
      },
    }),
  );
}

describe('readExport', () => {
  it('counts lines as they come, also across pieces, and keeps every byte', async () => {
    const progress: number[] = [];
    const { content, entries } = await readExport({
      response: streamed('{"a":1}\n{"b"', ':2}\n', '{"c":"ü"}\n'),
      onProgress: count => progress.push(count),
    });
    expect(entries).toBe(3);
    expect(progress).toEqual([1, 2, 3]);
    expect(content.size).toBe(
      new TextEncoder().encode('{"a":1}\n{"b":2}\n{"c":"ü"}\n').length,
    );
  });

  it('counts a last line without its line feed', async () => {
    const { entries } = await readExport({
      response: streamed('{"a":1}\n{"b":2}'),
      onProgress: () => {},
    });
    expect(entries).toBe(2);
  });

  it('rejects when the stream breaks off, so that half a log is never saved', async () => {
    await expect(
      readExport({
        response: streamed('{"a":1}\n', new Error('connection lost')),
        onProgress: () => {},
      }),
    ).rejects.toThrow('connection lost');
  });
});
