import type { AccessReviewItemRow } from '../database/tables';
import { revocationsOf } from './revocations';

function item(changes: Partial<AccessReviewItemRow>): AccessReviewItemRow {
  return {
    review_id: 'r',
    position: 1,
    record_id: 'x',
    user_id: null,
    target: 'erin.walsh@acme.com',
    person_ref: null,
    access: 'Data_Export',
    access_kind: 'permission_set',
    shown: '[]',
    reviewer_ref: 'user:default/priya.raman',
    decision: 'revoke',
    comment: null,
    decided_by: null,
    decided_at: null,
    request_id: null,
    gone_at: null,
    problem: null,
    revocation: null,
    ...changes,
  };
}

const revokeAction = 'salesforce_freeze_user';

describe('what a review revokes', () => {
  it('becomes one request for each access, with everyone it is taken from', () => {
    const items = [
      item({ position: 1 }),
      item({ position: 2, target: 'dan@acme.com' }),
      item({ position: 3, decision: 'keep', target: 'ari@acme.com' }),
      item({ position: 4, decision: 'pending' }),
      item({
        position: 5,
        access: 'Finance',
        access_kind: 'permission_set_group',
      }),
      item({
        position: 6,
        record_id: '005000000000001AAA',
        user_id: '005000000000001AAA',
        access: null,
        access_kind: null,
      }),
      item({ position: 7, access_kind: 'group', access: 'Deal_Desk' }),
      item({
        position: 8,
        access_kind: 'permission_set_license',
        access: 'Einstein',
      }),
      item({ position: 9, access_kind: 'app', access: 'Data Loader' }),
    ];
    const { requests, impossible } = revocationsOf({ items, revokeAction });
    expect(impossible).toEqual([]);
    expect(
      requests.map(({ positions, action, input }) => [
        positions,
        action,
        input,
      ]),
    ).toEqual([
      [
        [1, 2],
        'salesforce_remove_permission_set',
        {
          users: ['erin.walsh@acme.com', 'dan@acme.com'],
          permissionSet: 'Data_Export',
        },
      ],
      [
        [5],
        'salesforce_remove_permission_set_group',
        { users: ['erin.walsh@acme.com'], permissionSetGroup: 'Finance' },
      ],
      [[6], 'salesforce_freeze_user', { users: ['erin.walsh@acme.com'] }],
      [
        [7],
        'salesforce_remove_group_member',
        { users: ['erin.walsh@acme.com'], group: 'Deal_Desk' },
      ],
      [
        [8],
        'salesforce_remove_license',
        {
          users: ['erin.walsh@acme.com'],
          license: 'permission-set-license:Einstein',
        },
      ],
      [
        [9],
        'salesforce_revoke_oauth_token',
        { users: ['erin.walsh@acme.com'], app: 'Data Loader' },
      ],
    ]);
  });

  it('is not asked for twice, and says what nothing can revoke', () => {
    expect(
      revocationsOf({
        revokeAction,
        items: [
          item({ position: 1, request_id: 'done' }),
          item({
            position: 2,
            access_kind: 'profile',
            access: 'Standard User',
          }),
          item({ position: 3, target: null }),
        ],
      }),
    ).toMatchObject({
      requests: [],
      impossible: [{ position: 2 }, { position: 3 }],
    });
  });

  it('ends sessions where those were reviewed, and no whole user for an access that nobody knows', () => {
    const ofErin = { user_id: '005000000000001AAA' };
    const { requests, impossible } = revocationsOf({
      revokeAction,
      items: [
        item({
          ...ofErin,
          position: 1,
          access_kind: 'session',
          access: '0Ak000000000001AAA',
        }),
        item({
          ...ofErin,
          position: 2,
          access_kind: 'session',
          access: '0Ak000000000002AAA',
        }),
        item({ ...ofErin, position: 3, access_kind: null, access: null }),
      ],
    });
    expect(requests).toEqual([
      {
        positions: [1, 2],
        action: 'salesforce_revoke_sessions',
        input: { users: ['erin.walsh@acme.com'] },
      },
    ]);
    expect(impossible).toEqual([
      {
        position: 3,
        problem: expect.stringContaining('did not say what this row gives'),
      },
    ]);
  });

  it('asks for no more users at once than somebody reads', () => {
    const items = Array.from({ length: 450 }, (_, index) =>
      item({ position: index + 1, target: `user${index}@acme.com` }),
    );
    const { requests } = revocationsOf({ items, revokeAction });
    expect(requests.map(({ input }) => input.users.length)).toEqual([
      200, 200, 50,
    ]);
    expect(requests.flatMap(({ positions }) => positions)).toHaveLength(450);
  });
});
