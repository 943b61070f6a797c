import type { SalesforceError } from '../../core/SalesforceError';
import type { RecordReader } from '../../core/types';
import { refusal } from '../refusals';

const USERNAME = /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+\.[A-Za-z]{2,}$/;

const DUPLICATE =
  "Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the user's email address). ";

/** Whether a text has the form that Salesforce wants of a username. */
export function isUsername(text: string): boolean {
  return USERNAME.test(text);
}

/**
 * Why a user may not have this username; undefined when they may. A username
 * is taken by anybody on earth: users of this org, active or not, and those
 * of other orgs (rows of `UsernameElsewhere`), in any casing.
 */
export function usernameProblem(options: {
  reader: RecordReader;
  username: string;
  /** The user who is to have it, when they exist already. */
  userId?: string;
}): SalesforceError | undefined {
  const { reader, username, userId } = options;
  if (!isUsername(username)) {
    return refusal(
      'INVALID_EMAIL_ADDRESS',
      'Username must be in the form of an email address (for example, john@acme.com)',
      ['Username'],
    );
  }
  const taken =
    reader
      .findBy('User', 'Username', username)
      .some(user => user.Id !== userId) ||
    reader.findBy('UsernameElsewhere', 'Username', username).length > 0;
  return taken
    ? refusal('DUPLICATE_USERNAME', DUPLICATE, ['Username'])
    : undefined;
}
