import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { Knex } from 'knex';
import { AuditRetention, AuditSigner, DatabaseAuditLog } from './audit';

/** The audit log as the configuration (`salesforce.audit`) wants it. */
export function createAuditing(options: {
  config: Config;
  knex: Knex;
  now: () => Date;
}): { auditLog: DatabaseAuditLog; retention: AuditRetention | undefined } {
  const { config, knex, now } = options;
  const signingKey = config.getOptionalString('salesforce.audit.signingKey');
  const signer = signingKey
    ? AuditSigner.create({ key: signingKey })
    : undefined;
  const auditLog = DatabaseAuditLog.create({ knex, now, signer });

  const place = 'salesforce.audit.retention';
  if (!config.has(place)) return { auditLog, retention: undefined };
  if (!signer) {
    throw new InputError(
      `'${place}' needs 'salesforce.audit.signingKey': what is sealed is signed`,
    );
  }
  const age = (key: string) =>
    config.has(`${place}.${key}`)
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: `${place}.${key}` }),
        )
      : undefined;
  return {
    auditLog,
    retention: AuditRetention.create({
      knex,
      auditLog,
      signer,
      now,
      archiveAfterMilliseconds: age('archiveAfter'),
      removeAfterMilliseconds: age('removeAfter'),
    }),
  };
}
