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
});
