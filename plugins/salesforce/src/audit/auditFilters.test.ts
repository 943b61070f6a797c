import { Settings } from 'luxon';
import {
  chipsOf,
  readAuditFilters,
  toAuditQuery,
  withChip,
  withoutChip,
  writeAuditFilters,
} from './auditFilters';

describe('the filters of the audit log', () => {
  const address =
    'person=user%3Adefault%2Ferin.walsh&target=005000000000001AAA&action=salesforce_freeze_user&request=r1&from=2026-11-01&to=2026-11-03&type=review.approved&type=call.applied';

  it('survive a round trip through the address', () => {
    const filters = readAuditFilters(new URLSearchParams(address));
    expect(writeAuditFilters(filters).toString()).toBe(address);
  });

  it('drop days that are no days, instead of asking the backend for them', () => {
    const filters = readAuditFilters(
      new URLSearchParams('from=yesterday&to=2026-13-40'),
    );
    expect(filters).toEqual(expect.objectContaining({ types: [] }));
    expect(filters.from).toBeUndefined();
    expect(filters.to).toBeUndefined();
  });

  it('ask for whole local days, the last one included', () => {
    const zone = Settings.defaultZone;
    Settings.defaultZone = 'Europe/Berlin';
    try {
      expect(
        toAuditQuery({ types: [], from: '2026-11-01', to: '2026-11-03' }),
      ).toEqual({
        from: '2026-10-31T23:00:00.000Z',
        to: '2026-11-03T23:00:00.000Z',
      });
    } finally {
      Settings.defaultZone = zone;
    }
  });

  it('become chips, and every chip can be taken away again', () => {
    let filters = readAuditFilters(new URLSearchParams(address));
    const chips = chipsOf(filters);
    expect(chips).toHaveLength(7);
    for (const chip of chips) filters = withoutChip(filters, chip);
    expect(chipsOf(filters)).toEqual([]);
  });

  it('hold a type once', () => {
    const once = withChip({ types: [] }, { field: 'type', value: 'a.b' });
    expect(withChip(once, { field: 'type', value: 'a.b' }).types).toEqual([
      'a.b',
    ]);
  });
});
