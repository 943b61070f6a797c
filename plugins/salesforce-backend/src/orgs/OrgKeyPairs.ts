// the next one asks for it
import 'reflect-metadata';
import { X509CertificateGenerator } from '@peculiar/x509';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  SalesdeskError,
  type Certificate,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { X509Certificate } from 'node:crypto';
import type { AuditLog } from '../audit/AuditLog';
import { findOrg } from '../database/operations/orgs/findOrg';
import { updateOrg } from '../database/operations/orgs/updateOrg';
import type { OrgRow } from '../database/tables';
import type { CredentialSealer } from './CredentialSealer';
import { orgChangedMeanwhile, orgNotFound, refuseKeyPair } from './orgErrors';

/** Salesforce warns before a certificate ends, and admins must replace it. */
const yearsValid = 2;

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/** Key pairs for the JWT bearer flow. The private key is made here and stays. */
export class OrgKeyPairs {
  readonly #knex: Knex;
  readonly #auditLog: AuditLog;
  readonly #sealer: CredentialSealer;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    auditLog: AuditLog;
    sealer: CredentialSealer;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#auditLog = options.auditLog;
    this.#sealer = options.sealer;
    this.#now = options.now;
  }

  /** Makes a pair in place of the one before, which credentials may still use. */
  async create(options: {
    orgId: string;
    actor: string;
  }): Promise<Certificate> {
    const { orgId, actor } = options;
    const row = await findOrg({ knex: this.#knex, orgId });
    if (!row) throw orgNotFound(orgId);
    refuseKeyPair(row);
    const at = this.#now();
    const { privateKey, certificate } = await generate({
      title: row.title,
      from: at,
    });
    const { sealed } = await this.#sealer.sealValue({
      place: keyPairPlace(orgId),
      value: { privateKey },
    });
    await this.#knex.transaction(async transaction => {
      const result = await updateOrg({
        knex: transaction,
        orgId,
        revision: row.revision,
        patch: { sealed_key_pair: sealed, certificate },
        at: at.toISOString(),
      });
      if (result === 'conflict') throw orgChangedMeanwhile(orgId);
      await this.#auditLog.append(transaction, [
        {
          type: 'org.certified',
          actor,
          org: orgId,
          summary: `Made a key pair for the login to the org "${row.title}"`,
          data: { fingerprint: toCertificate(certificate).fingerprint },
        },
      ]);
    });
    return toCertificate(certificate);
  }

  /** The private key, PEM. Throws InputError where none was made. */
  async privateKeyOf(row: OrgRow): Promise<string> {
    if (!row.sealed_key_pair) {
      throw new SalesdeskError(
        'InputError',
        'Make a key pair first, or give a private key of your own',
        {
          code: 'invalid_input',
          fields: [
            {
              path: 'credentials.privateKey',
              message: 'Make a key pair first, or give a private key',
              code: 'invalid_input',
            },
          ],
        },
      );
    }
    const { privateKey } = await this.#sealer.openValue<{
      privateKey: string;
    }>({ place: keyPairPlace(row.id), sealed: row.sealed_key_pair });
    return privateKey;
  }
}

/** What may be shown of a certificate: all of it is public. */
export function toCertificate(pem: string): Certificate {
  const { fingerprint256, validTo } = new X509Certificate(pem);
  return {
    pem,
    fingerprint: fingerprint256,
    expiresAt: new Date(validTo).toISOString(),
  };
}

/** Where the private key of an org is sealed for. */
export function keyPairPlace(orgId: string): string {
  return `key-pair ${orgId}`;
}

async function generate(options: {
  title: string;
  from: Date;
}): Promise<{ privateKey: string; certificate: string }> {
  const { subtle } = globalThis.crypto;
  const keys = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const until = new Date(options.from);
  until.setUTCFullYear(until.getUTCFullYear() + yearsValid);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: [{ CN: [`Salesdesk ${options.title}`.slice(0, 60)] }],
      keys,
      signingAlgorithm: algorithm,
      notBefore: options.from,
      notAfter: until,
    },
    globalThis.crypto,
  );
  const pkcs8 = Buffer.from(
    await subtle.exportKey('pkcs8', keys.privateKey),
  ).toString('base64');
  return {
    certificate: certificate.toString('pem'),
    privateKey: [
      '-----BEGIN PRIVATE KEY-----',
      ...(pkcs8.match(/.{1,64}/g) ?? []),
      '-----END PRIVATE KEY-----',
    ].join('\n'),
  };
}
