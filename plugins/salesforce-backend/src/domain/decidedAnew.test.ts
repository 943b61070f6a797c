import type { PlannedChange } from '@salesdesk/backstage-plugin-salesforce-node';
import { decidedAnew, type DoneChange } from './decidedAnew';

const ann = { object: 'User', id: '005a', label: 'Ann' };

const unfreeze: PlannedChange = {
  object: 'UserLogin',
  recordId: '0Yw1',
  operation: 'update',
  summary: 'Unfreeze Ann',
  target: ann,
  fields: [{ name: 'IsFrozen', label: 'Frozen', before: true, after: false }],
};

const froze: DoneChange = {
  requestNumber: 7,
  object: 'UserLogin',
  recordId: '0Yw1',
  target: 'User:005a',
  fields: ['IsFrozen'],
  isApplied: true,
  finishedAt: '2026-01-10T00:00:00.000Z',
};

const again: DoneChange = {
  ...froze,
  requestNumber: 9,
  finishedAt: '2026-01-12T00:00:00.000Z',
};

const leftAlone = (options: {
  change?: Partial<PlannedChange>;
  original?: DoneChange[];
  others?: DoneChange[];
}) =>
  decidedAnew({
    changes: [{ ...unfreeze, ...options.change }],
    original: options.original ?? [froze],
    others: options.others ?? [],
  }).map(({ reason }) => reason);

describe('what was scheduled takes back what its request did', () => {
  it.each([
    ['nobody else was there', {}],
    [
      'another one was there before',
      { others: [{ ...again, finishedAt: '2026-01-09T00:00:00.000Z' }] },
    ],
    [
      'another one tried in vain',
      { others: [{ ...again, isApplied: false, finishedAt: null }] },
    ],
    [
      'another one wrote other fields',
      { others: [{ ...again, fields: ['MobilePhone'] }] },
    ],
    [
      'another one wrote another record',
      { others: [{ ...again, recordId: '0Yw2' }] },
    ],
    ['another object', { others: [{ ...again, object: 'User' }] }],
    ['it makes something new', { change: { recordId: null }, original: [] }],
    [
      'it is about something that its request never touched',
      { change: { object: 'Opportunity', recordId: '0061' }, others: [again] },
    ],
  ])('where %s', (_, options) => {
    expect(leftAlone(options)).toEqual([]);
  });

  it('and nothing that failed there, was there already or is another record by now', () => {
    const reason = ['Request 7 did not do what this would take back'];
    expect(leftAlone({ original: [{ ...froze, isApplied: false }] })).toEqual(
      reason,
    );
    expect(leftAlone({ change: { recordId: '0Yw3' } })).toEqual(reason);
  });

  it('and nothing about which another request decided since, naming the last one', () => {
    expect(
      leftAlone({ others: [again, { ...again, requestNumber: 12 }] }),
    ).toEqual(['Request 12 decided anew about it since']);
    expect(
      leftAlone({ others: [{ ...again, requestNumber: 8 }, again] }),
    ).toEqual(['Request 9 decided anew about it since']);
  });

  it('each target by itself', () => {
    const bob = { object: 'User', id: '005b', label: 'Bob' };
    expect(
      decidedAnew({
        changes: [unfreeze, { ...unfreeze, target: bob, recordId: '0Yw2' }],
        original: [froze, { ...froze, target: 'User:005b', recordId: '0Yw2' }],
        others: [{ ...again, target: 'User:005b', recordId: '0Yw2' }],
      }),
    ).toEqual([
      { target: 'User:005b', reason: 'Request 9 decided anew about it since' },
    ]);
  });
});
