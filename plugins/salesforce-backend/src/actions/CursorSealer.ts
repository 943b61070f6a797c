import { hkdfSync, randomBytes } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { PageCursors } from '@salesdesk/backstage-plugin-salesforce-node';
import type { EncryptionKey } from '../orgs';

interface CursorOwner {
  orgId: string;
  personRef: string;
  actionId: string;
}

/**
 * Seals the way to a further page of a query. The pages of a query belong to
 * the integration user, so anyone who holds the way could read them: sealed,
 * it works for the person, the org and the action that it was given to.
 *
 * Replicas share the key when encryption keys are configured; otherwise a
 * cursor works in the process that made it.
 */
export class CursorSealer {
  readonly #key: Uint8Array;

  static create(options: { keys: EncryptionKey[] }): CursorSealer {
    const [first] = options.keys;
    return new CursorSealer(first?.secret ?? randomBytes(32));
  }

  private constructor(secret: string | Buffer) {
    this.#key = new Uint8Array(
      hkdfSync('sha256', secret, '', 'salesdesk cursors', 32),
    );
  }

  /** Cursors for one person in one org. */
  forPerson(person: { orgId: string; personRef: string }): PageCursors {
    return {
      seal: ({ actionId, next }) =>
        this.#seal({ owner: { ...person, actionId }, next }),
      open: ({ actionId, cursor }) =>
        this.#open({ owner: { ...person, actionId }, cursor }),
    };
  }

  async #seal(options: { owner: CursorOwner; next: string }): Promise<string> {
    return new CompactEncrypt(
      new TextEncoder().encode(
        JSON.stringify([...ownerParts(options.owner), options.next]),
      ),
    )
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(this.#key);
  }

  async #open(options: {
    owner: CursorOwner;
    cursor: string;
  }): Promise<string> {
    const { owner, cursor } = options;
    try {
      const { plaintext } = await compactDecrypt(cursor, this.#key, {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      const parts: string[] = JSON.parse(new TextDecoder().decode(plaintext));
      if (ownerParts(owner).every((part, index) => parts[index] === part)) {
        return parts[parts.length - 1];
      }
    } catch {
      // a cursor that was tampered with is like one that was never given
    }
    throw new SalesdeskError(
      'InputError',
      'There is no such further page; run the query again',
      { code: 'invalid_input' },
    );
  }
}

function ownerParts({ orgId, personRef, actionId }: CursorOwner): string[] {
  return [orgId, personRef.toLowerCase(), actionId];
}
