import fc from 'fast-check';
import { SchemaRegistry } from '../schema/SchemaRegistry';
import { standardObjects } from '../schema/standardObjects';
import { idChecksum, normalizeId, SequentialIdFactory } from './ids';

const id15 = fc.stringMatching(/^[0-9A-Za-z]{15}$/);

describe('ids', () => {
  it.each([
    ['0038M0000016Wv8', '0038M0000016Wv8QAE'],
    ['003RO0000035WQg', '003RO0000035WQgYAM'],
  ])('%s has the checksum that a real org gave it', (short, long) => {
    expect(normalizeId(short)).toBe(long);
    expect(normalizeId(long)).toBe(long);
  });

  it('15 and 18 characters name the same record', () => {
    fc.assert(
      fc.property(id15, id => {
        const long = id + idChecksum(id);
        expect(normalizeId(id)).toBe(long);
        expect(normalizeId(long)).toBe(long);
      }),
    );
  });

  it('ids that differ only in case differ also without regard to case', () => {
    fc.assert(
      fc.property(id15, fc.nat(14), (id, position) => {
        const letter = id[position];
        const other =
          letter === letter.toUpperCase()
            ? letter.toLowerCase()
            : letter.toUpperCase();
        const changed = id.slice(0, position) + other + id.slice(position + 1);
        fc.pre(changed !== id);
        expect(normalizeId(changed)!.toLowerCase()).not.toBe(
          normalizeId(id)!.toLowerCase(),
        );
      }),
    );
  });

  it.each(['', '123', '0038M0000016Wv8QAF', '0038M0000016Wv!', 'x'.repeat(16)])(
    'refuses %p',
    text => expect(normalizeId(text)).toBeUndefined(),
  );

  it('makes ids with the prefix of the object, all different', () => {
    const schema = new SchemaRegistry();
    schema.add(standardObjects);
    const ids = new SequentialIdFactory({ schema });
    const made = Array.from({ length: 5_000 }, () => ids.next('Account'));
    expect(new Set(made).size).toBe(5_000);
    expect(made.every(id => id.startsWith('001'))).toBe(true);
    expect(made.every(id => normalizeId(id) === id)).toBe(true);
    expect([...made].sort()).toEqual(made);
  });
});
