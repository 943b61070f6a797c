import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
} from 'jose';

const KEY_ID = 'local-org';

/** Signs OpenID tokens. The key is made at first use: it costs 100 ms. */
export class IdTokenIssuer {
  #keys: Promise<{ privateKey: CryptoKey; publicKey: CryptoKey }> | undefined;

  async issue(options: {
    issuer: string;
    subject: string;
    audience: string;
    issuedAt: number;
    nonce: string | null;
  }): Promise<string> {
    const { privateKey } = await this.#keyPair();
    const issuedAt = Math.floor(options.issuedAt / 1000);
    return new SignJWT(options.nonce ? { nonce: options.nonce } : {})
      .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })
      .setIssuer(options.issuer)
      .setSubject(options.subject)
      .setAudience(options.audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + 120)
      .sign(privateKey);
  }

  /** For `/id/keys`. */
  async publicKeys(): Promise<{ keys: JWK[] }> {
    const { publicKey } = await this.#keyPair();
    const key = await exportJWK(publicKey);
    return { keys: [{ ...key, kid: KEY_ID, alg: 'RS256', use: 'sig' }] };
  }

  #keyPair() {
    this.#keys ??= generateKeyPair('RS256');
    return this.#keys;
  }
}
