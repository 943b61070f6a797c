import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalJson } from './canonicalJson';

/** Names the form of an entry; another form gets another name. @public */
export const ENTRY_FORMAT = 'salesdesk-audit/1';

/** Names the form of a checkpoint. @public */
export const CHECKPOINT_FORMAT = 'salesdesk-audit-checkpoint/1';

/** What stands before the first entry. @public */
export const GENESIS_HASH = '0'.repeat(64);

/** One line of an export. @public */
export interface ExportedEntry {
  format: string;
  /** Identity of the log, so that entries of two logs cannot be mixed. */
  log: string;
  /** 1, 2, 3, …; no gaps. */
  sequence: number;
  /** ISO 8601 in UTC. */
  at: string;
  type: string;
  /** Entity ref of the person, or `plugin:salesforce`. */
  actor: string;
  org: string | null;
  action: string | null;
  request: string | null;
  summary: string;
  data: unknown;
  /** Hash of the entry before, or 64 zeros. */
  previousHash: string;
  /** SHA-256, hexadecimal, of the canonical JSON of all other members. */
  hash: string;
}

/** A signed statement of how far a log went. @public */
export interface Checkpoint {
  format: string;
  log: string;
  sequence: number;
  hash: string;
  at: string;
  keyId: string;
  /** Ed25519 public key, raw 32 bytes, base64url. */
  publicKey: string;
  /** Ed25519 over the canonical JSON of the other members, base64url. */
  signature: string;
}

/** The hash of an entry from its other members. @public */
export function hashEntry(entry: Omit<ExportedEntry, 'hash'>): string {
  return sha256(canonicalJson(entry));
}

/** SHA-256 of a text in UTF-8, hexadecimal. @public */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** True when the signature of a checkpoint is that of its public key. @public */
export function isCheckpointSigned(checkpoint: Checkpoint): boolean {
  const { signature, ...statement } = checkpoint;
  try {
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: checkpoint.publicKey },
      format: 'jwk',
    });
    return verify(
      null,
      Buffer.from(canonicalJson(statement)),
      key,
      Buffer.from(signature, 'base64url'),
    );
  } catch {
    return false;
  }
}
