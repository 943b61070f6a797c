import { hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { OrgCredentials } from '../gateway';

/** A key of `salesforce.encryption.keys`. */
export interface EncryptionKey {
  id: string;
  secret: string;
}

/**
 * Seals credentials for the database: JWE, AES-256-GCM under a key derived
 * from the configured secret. The key's id and the org's id stand in the
 * protected header: a sealed text that somebody moves to another org does not
 * open there. The first key seals, all of them open.
 */
export class CredentialSealer {
  readonly #keys: Array<{ id: string; key: Uint8Array }>;

  static create(options: { keys: EncryptionKey[] }): CredentialSealer {
    return new CredentialSealer(options.keys);
  }

  private constructor(keys: EncryptionKey[]) {
    this.#keys = keys.map(({ id, secret }) => ({
      id,
      key: new Uint8Array(
        hkdfSync('sha256', secret, '', 'salesdesk org credentials', 32),
      ),
    }));
  }

  /** Throws ConflictError when no key is configured. */
  async seal(options: {
    orgId: string;
    credentials: OrgCredentials;
  }): Promise<{ sealed: string; keyId: string }> {
    return this.sealValue({
      place: options.orgId,
      value: options.credentials,
    });
  }

  /** Throws ConflictError `org_not_connected` for what no key opens. */
  async open(options: {
    orgId: string;
    sealed: string;
  }): Promise<OrgCredentials> {
    const { orgId, sealed } = options;
    try {
      return await this.openValue({ place: orgId, sealed });
    } catch {
      throw new SalesdeskError(
        'ConflictError',
        `The credentials of org '${orgId}' cannot be opened: their key is no longer in salesforce.encryption.keys. Enter them again`,
        { code: 'org_not_connected' },
      );
    }
  }

  /**
   * Seals anything that JSON can hold, for one place in the database: moved to
   * another, it does not open. Throws ConflictError when no key is configured.
   */
  async sealValue(options: {
    place: string;
    value: unknown;
  }): Promise<{ sealed: string; keyId: string }> {
    const [first] = this.#keys;
    if (!first) {
      throw new SalesdeskError(
        'ConflictError',
        'Credentials cannot be stored: the configuration has no salesforce.encryption.keys',
        { code: 'invalid_input' },
      );
    }
    const sealed = await new CompactEncrypt(
      new TextEncoder().encode(JSON.stringify(options.value)),
    )
      .setProtectedHeader({
        alg: 'dir',
        enc: 'A256GCM',
        kid: first.id,
        org: options.place,
      })
      .encrypt(first.key);
    return { sealed, keyId: first.id };
  }

  /** What was sealed for this place; throws ConflictError otherwise. */
  async openValue<TValue>(options: {
    place: string;
    sealed: string;
  }): Promise<TValue> {
    try {
      const { kid, org } = decodeProtectedHeader(options.sealed);
      const known = this.#keys.find(({ id }) => id === kid);
      if (known && org === options.place) {
        const { plaintext } = await compactDecrypt(options.sealed, known.key, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        });
        return JSON.parse(new TextDecoder().decode(plaintext));
      }
    } catch {
      // what went wrong inside may speak of the content
    }
    throw new SalesdeskError(
      'ConflictError',
      'What is stored sealed cannot be opened: its key is no longer in salesforce.encryption.keys',
      { code: 'org_not_connected' },
    );
  }

  /** True for what an older key sealed. */
  needsReseal(sealed: string): boolean {
    return decodeProtectedHeader(sealed).kid !== this.#keys[0]?.id;
  }

  get canSeal(): boolean {
    return this.#keys.length > 0;
  }
}
