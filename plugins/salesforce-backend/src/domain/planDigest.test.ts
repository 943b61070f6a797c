import type { PlannedChange } from '@salesdesk/backstage-plugin-salesforce-node';
import { planDigest, sha256 } from './planDigest';

const change: PlannedChange = {
  object: 'UserLogin',
  recordId: '0Yw000000000001',
  operation: 'update',
  fields: [{ name: 'IsFrozen', label: 'Frozen', before: false, after: true }],
  summary: 'Freeze Marco Bianchi',
  target: { object: 'User', id: '005000000000001', label: 'Marco Bianchi' },
};

const followUp = {
  action: 'salesforce_unfreeze_user',
  input: { users: ['005000000000001'] },
  at: '2027-02-22T00:00:00.000Z',
  summary: 'Unfreeze Marco Bianchi',
};

const digest = (more: Partial<Parameters<typeof planDigest>[0]> = {}) =>
  planDigest({
    orgId: 'acme',
    actionId: 'salesforce_freeze_user',
    changes: [change],
    followUps: [followUp],
    ...more,
  });

const withChange = (more: Partial<PlannedChange>) =>
  digest({ changes: [{ ...change, ...more }] });

const withField = (more: Partial<PlannedChange['fields'][number]>) =>
  withChange({ fields: [{ ...change.fields[0], ...more }] });

describe('planDigest', () => {
  it('is SHA-256 of canonical JSON: the order of members does not matter', () => {
    expect(digest()).toMatch(/^[0-9a-f]{64}$/);
    expect(sha256({ a: 1, b: [true, null] })).toBe(
      sha256({ b: [true, null], a: 1 }),
    );
    // echo -n '{"a":1}' | sha256sum
    expect(sha256({ a: 1 })).toBe(
      '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
    );
  });

  it.each([
    ['org', digest({ orgId: 'sandbox' })],
    ['action', digest({ actionId: 'salesforce_unfreeze_user' })],
    ['number of changes', digest({ changes: [change, change] })],
    ['object', withChange({ object: 'User' })],
    ['record', withChange({ recordId: '0Yw000000000002' })],
    ['record that comes from another change', withChange({ recordFrom: 0 })],
    ['operation', withChange({ operation: 'delete' })],
    ['method', withChange({ method: 'reset_password' })],
    ['dependency', withChange({ after: [0] })],
    ['natural key', withChange({ naturalKey: ['UserId'] })],
    ['field', withField({ name: 'IsActive' })],
    ['value before', withField({ before: null })],
    ['value after', withField({ after: false })],
    ['type of a value', withField({ after: 'true' })],
    ['value that comes from another change', withField({ afterFrom: 0 })],
    ['set of records', withChange({ recordIds: ['001A'] })],
    ['what is left out', digest({ without: ['005A'] })],
    ['follow-up', digest({ followUps: [] })],
    [
      'time of a follow-up',
      digest({ followUps: [{ ...followUp, at: '2027-02-23T00:00:00.000Z' }] }),
    ],
    [
      'input of a follow-up',
      digest({ followUps: [{ ...followUp, input: { users: [] } }] }),
    ],
  ])('changes with the %s', (_, other) => {
    expect(other).not.toBe(digest());
  });

  it.each([
    ['summary', withChange({ summary: 'Another sentence' })],
    [
      'label of a target',
      withChange({ target: { ...change.target, label: 'M. Bianchi' } }),
    ],
    ['label of a field', withField({ label: 'Eingefroren' })],
    ['readable value', withField({ afterLabel: 'Yes' })],
    [
      'summary of a follow-up',
      digest({ followUps: [{ ...followUp, summary: 'Later' }] }),
    ],
  ])('does not change with the %s', (_, other) => {
    expect(other).toBe(digest());
  });

  it('is the same in every release: what was approved before an update runs after it', () => {
    expect(digest()).toBe(
      '2ec952e236521870f82bfc3eb1f8e9c12fcf6ffe76c6a00489622986b48e545d',
    );
    expect(
      digest({
        changes: [
          {
            ...change,
            recordFrom: 0,
            method: 'reset_password',
            naturalKey: ['UserId'],
            after: [0],
            fields: [{ ...change.fields[0], afterFrom: 1 }],
          },
        ],
      }),
    ).toBe('9ada38ba641b1a1469677fcfb67a0a9da8ef69cdaf7623557ccf40c1849be304');
    expect(sha256('\u00e9')).toBe(
      'f2886017e9c7abacf804b54d64787dce2b611c9544ba21f3affdd126a6e50086',
    );
  });

  it('of a set of records is that of its members, in any order', () => {
    const one = withChange({ recordIds: ['001A', '001B'] });
    expect(withChange({ recordIds: ['001B', '001A'] })).toBe(one);
    expect(withChange({ recordIds: ['001A', '001C'] })).not.toBe(one);
    expect(withChange({ recordIds: ['001A'] })).not.toBe(one);
  });

  it('of what is left out as well', () => {
    const one = digest({ without: ['005A', '005B'] });
    expect(digest({ without: ['005B', '005A'] })).toBe(one);
    expect(digest({ without: ['005A'] })).not.toBe(one);
    expect(digest({ without: [] })).toBe(digest());
  });

  it('is there for JSON only', () => {
    expect(() => sha256(undefined)).toThrow(
      new TypeError('Only JSON has a digest'),
    );
  });
});
