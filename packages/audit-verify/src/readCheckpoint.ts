import { readFileSync } from 'node:fs';
import {
  CHECKPOINT_FORMAT,
  isCheckpointSigned,
  type Checkpoint,
} from './format';

const texts = ['log', 'hash', 'at', 'keyId', 'publicKey', 'signature'] as const;

/**
 * Reads a checkpoint from a file. Throws, with the file's name, when it is
 * none, or when its signature is not that of its key.
 */
export function readCheckpoint(file: string): Checkpoint {
  const text = readFileSync(file, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`'${file}' is not a checkpoint: it is not JSON`);
  }
  if (!isCheckpoint(value)) {
    throw new Error(
      `'${file}' is not a checkpoint of the form ${CHECKPOINT_FORMAT}`,
    );
  }
  if (!isCheckpointSigned(value)) {
    throw new Error(
      `The checkpoint for entry ${value.sequence} in '${file}' does not carry a valid signature`,
    );
  }
  return value;
}

function isCheckpoint(value: unknown): value is Checkpoint {
  if (value === null || typeof value !== 'object') return false;
  const members: Partial<Record<string, unknown>> = { ...value };
  return (
    members.format === CHECKPOINT_FORMAT &&
    Number.isSafeInteger(members.sequence) &&
    Number(members.sequence) >= 0 &&
    texts.every(name => typeof members[name] === 'string')
  );
}
