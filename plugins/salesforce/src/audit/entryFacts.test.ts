import type { AuditEntry } from '@salesdesk/backstage-plugin-salesforce-common';
import { changesOf, factsOf, nameInWords } from './entryFacts';

const entry = (data: AuditEntry['data']): AuditEntry => ({
  sequence: 1,
  at: '2026-11-20T10:00:00Z',
  type: 'call.applied',
  actor: 'plugin:salesforce',
  summary: 'Done',
  data,
  previousHash: '0',
  hash: '1',
});

describe('what an audit entry says', () => {
  it('reads the fields before and after of each record', () => {
    const [change] = changesOf(
      entry({
        changes: [
          {
            position: 0,
            object: 'User',
            operation: 'update',
            summary: 'Ari Cohen gets the profile Sales Manager',
            fields: [
              {
                name: 'ProfileId',
                label: 'Profile',
                before: 'Standard User',
                after: 'Sales Manager',
              },
              { name: 'Title', before: undefined, after: '' },
            ],
            problem: { message: 'Refused', code: 'X' },
          },
        ],
      }),
    );
    expect(change).toEqual({
      key: '0',
      summary: 'Ari Cohen gets the profile Sales Manager',
      operation: 'update',
      problem: 'Refused',
      fields: [
        {
          name: 'ProfileId',
          label: 'Profile',
          before: 'Standard User',
          after: 'Sales Manager',
        },
        { name: 'Title', label: 'Title', before: null, after: '' },
      ],
    });
  });

  it('finds what differs between settings before and after', () => {
    expect(
      changesOf(
        entry({
          before: { enabled: true, limits: { maxTargets: 10 }, audience: [] },
          after: { enabled: true, limits: {}, audience: ['group:default/a'] },
        }),
      )[0].fields,
    ).toEqual([
      {
        name: 'limits.maxTargets',
        label: 'Limits max targets',
        before: 10,
        after: null,
      },
      {
        name: 'audience',
        label: 'Audience',
        before: '[]',
        after: '["group:default/a"]',
      },
    ]);
  });

  it.each([
    [{}],
    [{ changes: 3 }],
    [{ changes: ['odd', null] }],
    [{ before: 1, after: 'x' }],
  ])('takes data of another shape for what it is: %j', data => {
    expect(changesOf(entry(data))).toEqual([]);
  });

  it('lists facts that fit on a line and leaves the rest to the data', () => {
    expect(
      factsOf(
        entry({
          reason: 'On leave',
          planVersion: 2,
          words: null,
          owners: ['user:default/sam'],
          decision: { verdict: 'x' },
          stages: [{ name: 'a' }],
        }),
      ),
    ).toEqual([
      { name: 'Reason', value: 'On leave' },
      { name: 'Plan version', value: '2' },
      { name: 'Owners', value: 'user:default/sam' },
    ]);
  });

  it('spells names as people do', () => {
    expect(nameInWords('policyVersion')).toBe('Policy version');
    expect(nameInWords('limits.max_targets')).toBe('Limits max targets');
  });
});
