import type { AuditorService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { Request } from 'express';

/** What the host's auditor is told of a call. */
export interface AuditedCall {
  /** Kebab case, e.g. `request-submit`. */
  eventId: string;
  severityLevel: 'low' | 'medium' | 'high';
  request: Request;
  meta?: Record<string, string | number | boolean | null>;
}

/**
 * Tells the host's auditor of every call that changes something: that it was
 * made, by whom, and how it ended. It stands beside our own audit log, which
 * is the record that can be verified.
 */
export class Auditing {
  readonly #auditor: AuditorService;

  constructor(options: { auditor: AuditorService }) {
    this.#auditor = options.auditor;
  }

  async audited<T>(call: AuditedCall, work: () => Promise<T>): Promise<T> {
    const event = await this.#auditor.createEvent({
      eventId: call.eventId,
      severityLevel: call.severityLevel,
      request: call.request,
      ...(call.meta ? { meta: call.meta } : {}),
    });
    try {
      const result = await work();
      await event.success();
      return result;
    } catch (error) {
      await event.fail({
        error: isError(error) ? error : new Error(String(error)),
      });
      throw error;
    }
  }
}
