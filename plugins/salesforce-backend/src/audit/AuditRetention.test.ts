import { ChainVerifier, GENESIS_HASH } from '@salesdesk/audit-verify';
import { applyMigrations } from '../database/applyMigrations';
import { ensureHead } from '../database/operations/audit/readEntries';
import { testDatabases } from '../__testUtils__/testDatabases';
import { AuditRetention } from './AuditRetention';
import { AuditSigner } from './AuditSigner';
import { DatabaseAuditLog } from './DatabaseAuditLog';

const databases = testDatabases();
const day = 24 * 3_600_000;
const signer = AuditSigner.create({
  key: Buffer.alloc(32, 1).toString('base64'),
});

describe.each(databases.eachSupportedId())('retention on %s', id => {
  it('seals and removes old entries, and the chain goes on verifying', async () => {
    const knex = await databases.init(id);
    await applyMigrations(knex);
    await ensureHead({ knex, logId: 'log-1', genesisHash: GENESIS_HASH });
    const clock = { time: Date.UTC(2026, 0, 1) };
    const now = () => new Date(clock.time);
    const auditLog = DatabaseAuditLog.create({ knex, now, signer });
    const append = (count: number) =>
      knex.transaction(tx =>
        auditLog.append(
          tx,
          Array.from({ length: count }, (_, index) => ({
            type: 'call.applied',
            actor: 'plugin:salesforce',
            summary: `Entry ${index}`,
            subjects: ['005A'],
          })),
        ),
      );
    const lines = async (fromSequence?: number) => {
      const all: string[] = [];
      for await (const line of auditLog.export({ fromSequence }))
        all.push(line);
      return all;
    };
    const retention = AuditRetention.create({
      knex,
      auditLog,
      signer,
      now,
      archiveAfterMilliseconds: 30 * day,
      removeAfterMilliseconds: 90 * day,
    });

    await append(4_000);
    await auditLog.verify({ everything: false });
    const early = await knex('salesforce_audit_checks').first();
    await append(6_100);
    expect(await retention.seal()).toBe(0);
    const before = await lines();

    clock.time += 40 * day;
    await append(5);
    // Sealed while somebody downloads what is sealed.
    const downloaded: string[] = [];
    let sealed = 0;
    for await (const line of auditLog.export({})) {
      downloaded.push(line);
      if (downloaded.length === 2_500) {
        sealed = await retention.seal();
        await auditLog.placeWaiting();
      }
    }
    expect(sealed).toBe(1);
    expect(downloaded.slice(0, 10_100)).toEqual(before);
    const stranger = new ChainVerifier();
    expect(downloaded.every(line => stranger.addLine(line))).toBe(true);
    expect(await retention.seal()).toBe(0);
    await auditLog.placeWaiting();
    expect(
      await knex('salesforce_audit_entries').select('sequence'),
    ).toHaveLength(106);
    expect((await lines()).slice(0, 10_100)).toEqual(before);
    expect(await lines(10_001)).toHaveLength(106);
    expect(await auditLog.verify({ everything: true })).toMatchObject({
      state: 'verified',
      verifiedUpTo: 10_106,
    });

    clock.time += 60 * day;
    expect(await retention.remove()).toBe(1);
    // It was verified up to the midst of what is gone.
    await knex('salesforce_audit_checks').update(early);
    expect(await auditLog.verify({ everything: false })).toMatchObject({
      state: 'verified',
      verifiedUpTo: 10_106,
    });
    expect(await lines()).toHaveLength(106);
    expect((await auditLog.verify({ everything: true })).state).toBe(
      'verified',
    );

    // The stranger starts from the segment's checkpoint.
    const segment = await knex('salesforce_audit_segments').first();
    const verifier = new ChainVerifier({
      from: JSON.parse(segment.checkpoint),
    });
    expect((await lines()).every(line => verifier.addLine(line))).toBe(true);

    // Somebody without the key cannot pretend that entries were removed.
    await knex('salesforce_audit_segments').update({
      last_hash: 'f'.repeat(64),
    });
    expect(
      (await auditLog.verify({ everything: true })).firstBad?.sequence,
    ).toBe(1);
  });

  it('never seals what does not verify', async () => {
    const knex = await databases.init(id);
    await applyMigrations(knex);
    await ensureHead({ knex, logId: 'log-1', genesisHash: GENESIS_HASH });
    const clock = { time: Date.UTC(2026, 0, 1) };
    const now = () => new Date(clock.time);
    const auditLog = DatabaseAuditLog.create({ knex, now, signer });
    await knex.transaction(tx =>
      auditLog.append(
        tx,
        Array.from({ length: 10_000 }, () => ({
          type: 'call.applied',
          actor: 'plugin:salesforce',
          summary: 'Entry',
        })),
      ),
    );
    await auditLog.placeWaiting();
    const row = await knex('salesforce_audit_entries')
      .where({ sequence: 77 })
      .first();
    await knex('salesforce_audit_entries')
      .where({ sequence: 77 })
      .update({ body: row.body.replace('"Entry"', '"Nothing"') });
    clock.time += 40 * day;
    const retention = AuditRetention.create({
      knex,
      auditLog,
      signer,
      now,
      archiveAfterMilliseconds: 30 * day,
      removeAfterMilliseconds: undefined,
    });
    expect(await retention.seal()).toBe(0);
    expect(await retention.remove()).toBe(0);
    expect(
      (await auditLog.verify({ everything: true })).firstBad?.sequence,
    ).toBe(77);
  });
});
