import type { Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AuthorizedAuditLog } from '../permissions/AuthorizedAuditLog';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

const pageSize = 50;

/** The audit log: search, export, verification. */
export function addAuditRoutes(options: {
  router: Router;
  context: RouteContext;
  auditLog: AuthorizedAuditLog;
}): void {
  const { router, context, auditLog } = options;

  router.get('/audit/entries', async (req, res) => {
    const { query } = operationInput('ListAuditEntries', req);
    const credentials = await context.credentials(req);
    const page = await auditLog.list(
      {
        filter: {
          person: query.person?.toLocaleLowerCase('en-US'),
          target: query.target?.includes(':')
            ? query.target.toLocaleLowerCase('en-US')
            : query.target,
          action: query.action,
          types: query.type,
          requestId: query.request,
          org: query.org,
          from: toUtc(query.from),
          to: toUtc(query.to),
        },
        cursor: query.cursor,
        limit: query.limit ?? pageSize,
      },
      { credentials },
    );
    res.json(page);
  });

  router.get('/audit/entries/:sequence', async (req, res) => {
    const { path } = operationInput('GetAuditEntry', req);
    const credentials = await context.credentials(req);
    res.json(
      await auditLog.get({ sequence: Number(path.sequence) }, { credentials }),
    );
  });

  router.get('/audit/export', async (req, res) => {
    const { query } = operationInput('ExportAuditLog', req);
    const credentials = await context.credentials(req);
    const lines = await context.audited(
      { eventId: 'audit-export', severityLevel: 'medium', request: req },
      () => auditLog.export(query, { credentials }),
    );
    res.attachment('salesforce-audit-log.jsonl');
    res.type('application/x-ndjson');
    // Line by line, at the pace at which the client reads; an export that the
    // client leaves ends here as well.
    await pipeline(Readable.from(withLineEnds(lines)), res);
  });

  router.get('/audit/status', async (req, res) => {
    const credentials = await context.credentials(req);
    res.json(await auditLog.status({ credentials }));
  });

  router.post('/audit/verify', async (req, res) => {
    const credentials = await context.credentials(req);
    const status = await context.audited(
      { eventId: 'audit-verify', severityLevel: 'low', request: req },
      () => auditLog.verify({ credentials }),
    );
    res.json(status);
  });

  router.get('/audit/checkpoint', async (req, res) => {
    const credentials = await context.credentials(req);
    res.json(await auditLog.checkpoint({ credentials }));
  });
}

async function* withLineEnds(lines: AsyncIterable<string>) {
  for await (const line of lines) yield `${line}\n`;
}

/** Stored times are in UTC with milliseconds; other forms of the same moment must compare. */
function toUtc(moment: string | undefined): string | undefined {
  return moment === undefined ? undefined : new Date(moment).toISOString();
}
