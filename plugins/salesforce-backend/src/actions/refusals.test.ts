import type { PlannedChange } from '@salesdesk/backstage-plugin-salesforce-node';
import { explainRefusal } from './refusals';

function change(part: Partial<PlannedChange> = {}): PlannedChange {
  return {
    object: 'User',
    recordId: '0055g0000000001AAA',
    operation: 'update',
    fields: [],
    summary: 'Update Dan Novak',
    target: { object: 'User', id: '0055g0000000001AAA', label: 'Dan Novak' },
    ...part,
  };
}

const deactivation = change({
  summary: 'Deactivate Dan Novak',
  fields: [{ name: 'IsActive', label: 'Active', before: true, after: false }],
});

describe('a refusal in plain words', () => {
  it.each([
    ['LICENSE_LIMIT_EXCEEDED', /no licence is free/],
    ['DUPLICATE_USERNAME', /another Salesforce org/],
    ['DUPLICATE_COMM_NICKNAME', /nickname/],
    ['INVALID_EMAIL_ADDRESS', /e-mail address/],
    [
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      /does not allow one of the values/,
    ],
    ['REQUIRED_FIELD_MISSING', /requires a field/],
    ['STRING_TOO_LONG', /too long/],
    ['FIELD_CUSTOM_VALIDATION_EXCEPTION', /validation rule/],
    ['INSUFFICIENT_ACCESS', /may not do this/],
    ['INSUFFICIENT_ACCESS_OR_READONLY', /may not do this/],
    ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', /may not do this/],
    ['INVALID_FIELD_FOR_INSERT_UPDATE', /may not write/],
    ['ENTITY_IS_DELETED', /was deleted/],
    ['NOT_FOUND', /not there any more/],
    ['INVALID_CROSS_REFERENCE_KEY', /not there any more/],
    ['MIXED_DML_OPERATION', /automation/],
    ['INACTIVE_OWNER_OR_USER', /inactive user/],
    ['TRANSFER_REQUIRES_READ', /may not see/],
    ['A_CODE_NOBODY_KNOWS', /Salesforce refused it/],
  ])('%s', (code, message) => {
    const { problem, blocker, isTransient } = explainRefusal({
      change: change(),
      code,
      message: 'In welcher Sprache auch immer',
    });
    expect(problem).toEqual({
      code,
      message: expect.stringMatching(message),
      details: 'In welcher Sprache auch immer',
    });
    expect(problem.message).toMatch(/^Update Dan Novak: /);
    expect(blocker).toMatchObject({
      remedy: expect.stringMatching(/\w/),
      target: { label: 'Dan Novak' },
    });
    expect(isTransient).toBeUndefined();
  });

  it('waits for what passes by itself', () => {
    expect(
      explainRefusal({
        change: change(),
        code: 'UNABLE_TO_LOCK_ROW',
        message: 'unable to obtain exclusive access to this record',
      }),
    ).toMatchObject({ isTransient: true });
  });

  it.each([
    ['the default owner of leads', /Default Lead Owner/],
    ['the default owner of cases', /Default Case Owner/],
    ['You cannot deactivate the Automated Case User', /Automated Case User/],
    [
      'You cannot deactivate the Default Workflow User',
      /Default Workflow User/,
    ],
    ['You cannot disable the Web to Lead Default Creator.', /Web-to-Lead/],
    ['an approver in the approval process: Discount', /Approval Processes/],
    ['the sole recipient of the workflow email alert: X', /Email Alerts/],
    [
      'Cannot inactivate user that is the value of a hierarchy field:Deputy',
      /field of the users/,
    ],
    [
      'Dieser Benutzer kann nicht deaktiviert werden',
      /Clear what Salesforce’s words name/,
    ],
  ])('names the place to clear for: %s', (message, remedy) => {
    for (const code of ['FIELD_INTEGRITY_EXCEPTION', 'SOMETHING_ELSE']) {
      expect(
        explainRefusal({ change: deactivation, code, message }).blocker,
      ).toMatchObject({
        code: 'cannot_deactivate',
        remedy: expect.stringMatching(remedy),
      });
    }
  });
});
