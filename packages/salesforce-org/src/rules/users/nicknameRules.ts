import type { SalesforceError } from '../../core/SalesforceError';
import type { RecordReader } from '../../core/types';
import { refusal } from '../refusals';

const MAXIMUM_LENGTH = 40;

/** Why a user may not have this nickname; undefined when they may. */
export function nicknameProblem(options: {
  reader: RecordReader;
  nickname: string;
  userId?: string;
}): SalesforceError | undefined {
  const { reader, nickname, userId } = options;
  return isTaken(reader, nickname, userId)
    ? refusal(
        'DUPLICATE_COMM_NICKNAME',
        'Duplicate Nickname.<br>Another user has already selected this nickname.<br>Please select another.',
        ['CommunityNickname'],
      )
    : undefined;
}

/**
 * The nickname of a user who was given none: what stands before the @ of the
 * username, with a number when somebody has it already.
 */
export function defaultNickname(options: {
  reader: RecordReader;
  username: string;
}): string {
  const { reader, username } = options;
  const base = username.split('@')[0].slice(0, MAXIMUM_LENGTH - 6) || 'user';
  let nickname = base;
  for (let number = 1; isTaken(reader, nickname); number += 1) {
    nickname = `${base}${number}`;
  }
  return nickname;
}

function isTaken(
  reader: RecordReader,
  nickname: string,
  userId?: string,
): boolean {
  return reader
    .findBy('User', 'CommunityNickname', nickname)
    .some(user => user.Id !== userId);
}
