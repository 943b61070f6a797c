import {
  createPrivateKey,
  createPublicKey,
  createHash,
  sign,
  type KeyObject,
} from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  canonicalJson,
  CHECKPOINT_FORMAT,
  type Checkpoint,
} from '@salesdesk/audit-verify';

// The fixed start of a PKCS#8 Ed25519 key; the 32 bytes of the seed follow (RFC 8410).
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs statements of how far the log goes, with the key from the configuration. */
export class AuditSigner {
  readonly #privateKey: KeyObject;
  readonly publicKey: string;
  readonly keyId: string;

  /** `key` is a PEM PKCS#8 Ed25519 key, or its 32-byte seed in base64. */
  static create(options: { key: string }): AuditSigner {
    const text = options.key.trim();
    try {
      const privateKey = text.includes('-----BEGIN')
        ? createPrivateKey(text)
        : createPrivateKey({
            key: Buffer.concat([pkcs8Prefix, seed(text)]),
            format: 'der',
            type: 'pkcs8',
          });
      if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error();
      return new AuditSigner(privateKey);
    } catch {
      // The cause may quote the key, so it is not passed on.
      throw new InputError(
        "The configuration 'salesforce.audit.signingKey' must be an Ed25519 private key: PEM (PKCS#8), or its 32-byte seed in base64",
      );
    }
  }

  private constructor(privateKey: KeyObject) {
    this.#privateKey = privateKey;
    const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
    this.publicKey = String(x);
    this.keyId = createHash('sha256')
      .update(this.publicKey)
      .digest('hex')
      .slice(0, 16);
  }

  sign(statement: {
    log: string;
    sequence: number;
    hash: string;
    at: string;
  }): Checkpoint {
    const unsigned = {
      format: CHECKPOINT_FORMAT,
      ...statement,
      keyId: this.keyId,
      publicKey: this.publicKey,
    };
    const signature = sign(
      null,
      Buffer.from(canonicalJson(unsigned)),
      this.#privateKey,
    ).toString('base64url');
    return { ...unsigned, signature };
  }
}

function seed(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32) throw new Error();
  return bytes;
}
