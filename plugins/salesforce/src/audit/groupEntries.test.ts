import type { AuditEntry } from '@salesdesk/backstage-plugin-salesforce-common';
import { groupEntries } from './groupEntries';
import { titleOfGroup } from './titleOfGroup';

const entry = (sequence: number, requestId?: string): AuditEntry => ({
  sequence,
  requestId,
  at: '2026-11-20T10:00:00Z',
  type: 'request.submitted',
  actor: 'user:default/erin.walsh',
  summary: `Entry ${sequence}`,
  data: {},
  previousHash: '0',
  hash: '1',
});

const shape = (entries: AuditEntry[]) =>
  groupEntries(entries).map(g => [g.requestId, g.entries.map(e => e.sequence)]);

describe('groupEntries', () => {
  it('gathers the entries of a request where its newest one stands', () => {
    expect(
      shape([
        entry(9, 'a'),
        entry(8, 'b'),
        entry(7),
        entry(6, 'a'),
        entry(5),
        entry(4, 'b'),
      ]),
    ).toEqual([
      ['a', [9, 6]],
      ['b', [8, 4]],
      [undefined, [7]],
      [undefined, [5]],
    ]);
  });

  it('shows an entry once, also when pages overlap', () => {
    expect(shape([entry(3, 'a'), entry(2, 'a'), entry(2, 'a')])).toEqual([
      ['a', [3, 2]],
    ]);
  });
});

describe('titleOfGroup', () => {
  const titled = (...entries: Partial<AuditEntry>[]) =>
    titleOfGroup({
      key: 'a',
      entries: entries.map(part => ({ ...entry(1, 'a'), ...part })),
    });

  it('takes the title that was recorded, also from a later page', () => {
    expect(
      titled(
        { type: 'call.applied', summary: 'Done: Marco can no longer log in' },
        { data: { title: 'Freeze Marco Bianchi' } },
      ),
    ).toBe('Freeze Marco Bianchi');
  });

  it('takes it from a sentence about the request as a whole otherwise', () => {
    expect(
      titled(
        { type: 'call.applied', summary: 'Done: Marco can no longer log in' },
        {
          type: 'review.approved',
          summary: 'Approved: Freeze Marco: until May',
        },
      ),
    ).toBe('Freeze Marco: until May');
    expect(
      titled({ type: 'call.applied', summary: 'Done: it' }),
    ).toBeUndefined();
  });
});
