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
});
