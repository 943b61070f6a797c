import fc from 'fast-check';
import canonicalize from 'canonicalize';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canonicalJson } from './canonicalJson';
import { ChainVerifier } from './ChainVerifier';
import { main } from './cli';
import {
  CHECKPOINT_FORMAT,
  ENTRY_FORMAT,
  GENESIS_HASH,
  hashEntry,
  type Checkpoint,
  type ExportedEntry,
} from './format';

const vectors = path.resolve(__dirname, '../vectors');

function chain(length: number, log = 'log-1'): ExportedEntry[] {
  const entries: ExportedEntry[] = [];
  let previousHash = GENESIS_HASH;
  for (let sequence = 1; sequence <= length; sequence++) {
    const members = {
      format: ENTRY_FORMAT,
      log,
      sequence,
      at: new Date(Date.UTC(2026, 0, 1, 0, 0, sequence)).toISOString(),
      type: 'request.submitted',
      actor: 'user:default/erin.walsh',
      org: 'acme',
      action: 'salesforce_freeze_user',
      request: `request-${sequence}`,
      summary: `Entry ${sequence} — “Zoë”`,
      data: { before: false, after: true, n: sequence / 3 },
      previousHash,
    };
    previousHash = hashEntry(members);
    entries.push({ ...members, hash: previousHash });
  }
  return entries;
}

/** What an attacker with all rights to the database does after an edit. */
function rehash(entries: ExportedEntry[]): ExportedEntry[] {
  let previousHash = GENESIS_HASH;
  return entries.map((entry, index) => {
    const { hash: _, ...members } = entry;
    const again = { ...members, sequence: index + 1, previousHash };
    previousHash = hashEntry(again);
    return { ...again, hash: previousHash };
  });
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
function checkpointOf(entry: ExportedEntry): Checkpoint {
  const statement = {
    format: CHECKPOINT_FORMAT,
    log: entry.log,
    sequence: entry.sequence,
    hash: entry.hash,
    at: entry.at,
    keyId: 'test',
    publicKey: String(publicKey.export({ format: 'jwk' }).x),
  };
  return {
    ...statement,
    signature: sign(
      null,
      Buffer.from(canonicalJson(statement)),
      privateKey,
    ).toString('base64url'),
  };
}

function verify(lines: string[], checkpoints: Checkpoint[] = []) {
  const verifier = new ChainVerifier({ checkpoints });
  lines.every(line => verifier.addLine(line));
  verifier.finish();
  return verifier.bad;
}

const linesOf = (entries: ExportedEntry[]) => entries.map(canonicalJson);

describe('canonicalJson', () => {
  it('agrees with an independent implementation of RFC 8785', () => {
    fc.assert(
      fc.property(
        fc
          .jsonValue({ noUnicodeString: false })
          .filter(value => !/\p{Surrogate}/u.test(JSON.stringify(value))),
        value => {
          expect(canonicalJson(value)).toBe(canonicalize(value));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('refuses what RFC 8785 refuses', () => {
    expect(() => canonicalJson('\ud800')).toThrow('lone surrogate');
    expect(() => canonicalJson(Infinity)).toThrow('finite');
    expect(() => canonicalJson(undefined)).toThrow('not JSON');
  });
});

describe('a whole chain', () => {
  it('is verified, and so is one with a checkpoint inside or at its end', () => {
    const entries = chain(20);
    expect(verify(linesOf(entries))).toBeUndefined();
    expect(
      verify(linesOf(entries), [
        checkpointOf(entries[9]),
        checkpointOf(entries[19]),
      ]),
    ).toBeUndefined();
  });

  it('can be verified on from where it was verified before', () => {
    const entries = chain(10);
    const verifier = new ChainVerifier({
      from: { log: 'log-1', sequence: 6, hash: entries[5].hash },
    });
    expect(entries.slice(6).every(entry => verifier.addEntry(entry))).toBe(
      true,
    );
    expect(verifier.position.sequence).toBe(10);
  });
});

describe('an attacker is found, and the first bad entry is named', () => {
  const entries = chain(30);
  const lines = linesOf(entries);

  it('when any member of any entry is edited', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 29 }),
        fc.constantFrom(
          'log',
          'sequence',
          'at',
          'type',
          'actor',
          'org',
          'action',
          'request',
          'summary',
          'data',
          'previousHash',
          'hash',
          'format',
        ),
        (index, member) => {
          const edited = [...entries];
          edited[index] = {
            ...entries[index],
            [member]: member === 'sequence' ? 99 : 'edited',
          };
          expect(verify(linesOf(edited))?.sequence).toBe(
            // The log's name is only known after the first entry.
            index + 1,
          );
        },
      ),
    );
  });

  it('when entries are deleted, inserted twice or exchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 28 }), index => {
        const deleted = [...lines];
        deleted.splice(index, 1);
        expect(verify(deleted)?.sequence).toBe(index + 1);

        const doubled = [...lines];
        doubled.splice(index, 0, lines[index]);
        expect(verify(doubled)?.sequence).toBe(index + 2);

        const exchanged = [...lines];
        exchanged[index] = lines[index + 1];
        exchanged[index + 1] = lines[index];
        expect(verify(exchanged)?.sequence).toBe(index + 1);
      }),
    );
  });

  it('when the end is cut off, given a checkpoint', () => {
    expect(verify(lines.slice(0, 12))).toBeUndefined();
    expect(verify(lines.slice(0, 12), [checkpointOf(entries[19])])).toEqual({
      sequence: 13,
      reason: expect.stringContaining('ends at entry 12'),
    });
    expect(verify([], [checkpointOf(entries[19])])?.sequence).toBe(1);
  });

  it('when everything is hashed anew after an edit, given a checkpoint', () => {
    const forged = [...entries];
    forged[4] = { ...entries[4], actor: 'user:default/somebody.else' };
    const rewritten = linesOf(rehash(forged));
    expect(verify(rewritten)).toBeUndefined();
    expect(verify(rewritten, [checkpointOf(entries[9])])).toEqual({
      sequence: 10,
      reason: expect.stringContaining('rewritten'),
    });
  });

  it('when the log is forked', () => {
    const forked = [
      ...entries.slice(0, 10),
      ...rehash([
        ...entries.slice(0, 10),
        { ...entries[10], summary: 'another story' },
        ...entries.slice(11),
      ]).slice(10),
    ];
    expect(verify(linesOf(forked))).toBeUndefined();
    expect(verify(linesOf(forked), [checkpointOf(entries[14])])?.sequence).toBe(
      15,
    );
    const grafted = [...entries.slice(0, 11), ...forked.slice(11)];
    expect(verify(linesOf(grafted))?.sequence).toBe(12);
  });

  it('when a line means one thing to us and another to the next parser', () => {
    const twice = lines[3].replace(
      '"actor":',
      '"actor":"user:default/nobody","actor":',
    );
    expect(verify([...lines.slice(0, 3), twice, ...lines.slice(4)])).toEqual({
      sequence: 4,
      reason: expect.stringContaining('canonical'),
    });
    expect(verify(['nonsense'])?.reason).toContain('not JSON');
    expect(verify(['null'])?.sequence).toBe(1);
    expect(verify(['[]'])?.sequence).toBe(1);
  });

  it('when the checkpoint itself was forged', () => {
    const point = checkpointOf(entries[9]);
    expect(() => verify(lines, [{ ...point, hash: '0'.repeat(64) }])).toThrow(
      'valid signature',
    );
  });
});

describe('checkpoints', () => {
  const entries = chain(10);
  const lines = linesOf(entries);
  const forged = rehash(
    entries.map((entry, index) =>
      index === 4 ? { ...entry, summary: 'another story' } : entry,
    ),
  );

  it('of the same entry all have to agree with it, in whichever order they come', () => {
    const points = [checkpointOf(entries[7]), checkpointOf(forged[7])];
    for (const checkpoints of [points, [...points].reverse()]) {
      expect(verify(linesOf(forged), checkpoints)).toMatchObject({
        sequence: 8,
        reason: expect.stringContaining('rewritten'),
      });
      expect(verify(lines, checkpoints)?.sequence).toBe(8);
    }
  });

  it('are compared with where a part begins, and refused where the part cannot be compared with them', () => {
    const behind = (entry: ExportedEntry, checkpoint: Checkpoint) =>
      new ChainVerifier({ from: entry, checkpoints: [checkpoint] });
    expect(behind(entries[5], checkpointOf(entries[5])).addLine(lines[6])).toBe(
      true,
    );
    const other = behind(forged[5], checkpointOf(entries[5]));
    expect(other.addLine(canonicalJson(forged[6]))).toBe(false);
    expect(other.bad).toMatchObject({ sequence: 6 });
    expect(() => behind(entries[5], checkpointOf(entries[2]))).toThrow(
      'before the part that is verified',
    );
  });
});

describe('the published vectors', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'audit-verify-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function run(...args: string[]) {
    const out: string[] = [];
    const code = await main({
      args,
      print: line => out.push(line),
      printError: line => out.push(line),
    });
    return { code, out: out.join('\n') };
  }

  it.each(
    JSON.parse(
      readFileSync(path.join(vectors, 'vectors.json'), 'utf8'),
    ) as Array<{
      name: string;
      file: string;
      checkpoint?: string;
      bad: number | null;
    }>,
  )('$name', async ({ file, checkpoint, bad }) => {
    const { code, out } = await run(
      path.join(vectors, file),
      '--json',
      ...(checkpoint ? ['--checkpoint', path.join(vectors, checkpoint)] : []),
    );
    expect(JSON.parse(out).bad?.sequence ?? null).toBe(bad);
    expect(code).toBe(bad === null ? 0 : 1);
  });

  it('speaks plainly on the command line', async () => {
    const file = path.join(folder, 'log.jsonl');
    writeFileSync(file, linesOf(chain(3)).join('\n'));
    expect((await run(file)).out).toContain('Verified 3 entries');
    expect((await run(file)).out).toContain('Without a checkpoint');
    expect(await run('no-such-file')).toEqual({
      code: 2,
      out: expect.stringContaining('no-such-file'),
    });
    expect((await run()).code).toBe(2);
    expect((await run('--help')).code).toBe(0);
  });

  describe('a file', () => {
    const write = (content: string | Uint8Array, name = 'odd.jsonl') => {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      return file;
    };
    const said = (summary: string) =>
      linesOf(rehash(chain(2).map(entry => ({ ...entry, summary })))).join(
        '\n',
      );

    it.each([
      ['a line separator', 'one\u2028two\u2029three'],
      ['a carriage return', 'one\rtwo\r\nthree'],
      ['next line and a byte order mark', 'one\u0085two\ufeffthree'],
    ])('with %s in a text is verified', async (_, summary) => {
      expect(await run(write(said(summary)))).toMatchObject({
        code: 0,
        out: expect.stringContaining('Verified 2 entries'),
      });
    });

    it('may end its lines as Windows does', async () => {
      expect(
        (await run(write(said('x').replace(/$/gm, '\r').concat('\n\n')))).code,
      ).toBe(0);
    });

    it('whose bytes are not what was hashed is bad, however they are read', async () => {
      const good = Buffer.from(said('what \ufffd is'));
      const at = good.lastIndexOf(Buffer.from('\ufffd'));
      const broken = Buffer.concat([
        good.subarray(0, at),
        Buffer.from([0xff]),
        good.subarray(at + 3),
      ]);
      expect(await run(write(broken))).toEqual({
        code: 1,
        out: 'BAD at entry 2: The line is not UTF-8',
      });
      expect((await run(write(`\ufeff${said('x')}`))).out).toContain(
        'byte order mark',
      );
      expect((await run(write(Buffer.from(said('x'), 'utf16le')))).code).toBe(
        1,
      );
      const deep = `{"data":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
      expect((await run(write(deep))).out).toContain('nested deeper');
    });

    it('without entries was not verified', async () => {
      expect(await run(write(''), '--json')).toEqual({
        code: 2,
        out: expect.stringContaining('holds no entries'),
      });
      expect((await run(write('\n\r\n'))).code).toBe(2);
    });

    it('that is a part says how much of it was verified', async () => {
      const entries = chain(5);
      const after = write(
        JSON.stringify(checkpointOf(entries[2])),
        'after.json',
      );
      const part = write(linesOf(entries).slice(3).join('\n'));
      expect((await run(part, '--after', after)).out).toContain(
        'Verified 2 entries behind entry 3',
      );
      expect(
        JSON.parse((await run(part, '--after', after, '--json')).out),
      ).toEqual({
        verified: true,
        entries: 2,
        log: 'log-1',
        sequence: 5,
        hash: entries[4].hash,
        bad: null,
      });
    });

    it.each([
      ['null', 'is not a checkpoint'],
      ['[]', 'is not a checkpoint'],
      ['{}', 'is not a checkpoint'],
      ['', 'is not JSON'],
      [
        JSON.stringify({ ...checkpointOf(chain(1)[0]), sequence: '1' }),
        'is not a checkpoint',
      ],
      [
        JSON.stringify({ ...checkpointOf(chain(1)[0]), publicKey: 'AA' }),
        'valid signature',
      ],
    ])('that is no checkpoint is named (%#)', async (content, words) => {
      const log = write(said('x'));
      const point = write(content, 'point.json');
      for (const flag of ['--checkpoint', '--after']) {
        const answer = await run(log, flag, point);
        expect(answer.code).toBe(2);
        expect(answer.out).toContain(words);
        expect(answer.out).toContain('point.json');
      }
    });

    it('is not verified by a key that nothing was signed with', async () => {
      expect(await run(write(said('x')), '--key', 'abc')).toEqual({
        code: 2,
        out: expect.stringContaining('--checkpoint'),
      });
    });
  });
});
