import { inventoryObject } from '../model';
import { FreshRecord } from './FreshRecord';

const group = inventoryObject('Group');
const record = {
  Id: '00G5g0000000001AAA',
  Name: 'Deal Desk',
  Type: 'Queue',
  Email: null,
};

describe('FreshRecord', () => {
  it('looks the same as long as nothing is different', () => {
    const one = FreshRecord.of(group, record);
    const other = FreshRecord.of(group, { ...record });
    expect(one.fingerprint).toBe(other.fingerprint);
    expect(one.toRow()).toEqual(other.toRow());
    expect(one.toRow()).toMatchObject({
      id: record.Id,
      name: 'Deal Desk',
      fingerprint: one.fingerprint,
    });
  });

  it.each([
    ['a value', { ...record, Name: 'Deal desk' }],
    ['null and an empty text', { ...record, Email: '' }],
    [
      'a field that is not shown any more',
      { Id: record.Id, Name: record.Name },
    ],
  ])('looks different for %s', (_, changed) => {
    expect(FreshRecord.of(group, changed).fingerprint).not.toBe(
      FreshRecord.of(group, record).fingerprint,
    );
  });

  it('looks different where rows are made of other columns', () => {
    const narrower = { ...group, columns: group.columns.slice(1) };
    expect(FreshRecord.of(narrower, record).fingerprint).not.toBe(
      FreshRecord.of(group, record).fingerprint,
    );
  });

  it('keeps what it looks like under another id', () => {
    const one = FreshRecord.of(group, record);
    const twin = one.withId('twin-1');
    expect(twin.fingerprint).toBe(one.fingerprint);
    expect(twin.toRow()).toEqual({ ...one.toRow(), id: 'twin-1' });
  });
});
