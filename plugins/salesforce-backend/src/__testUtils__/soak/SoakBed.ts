import type { DataChoice } from '@salesdesk/salesforce-org';
import { join } from 'node:path';
import type { Caller } from '../../permissions/Caller';
import type { ChangeRow, JobRow, RequestRow } from '../../database/tables';
import { applyMigrations } from '../../database/applyMigrations';
import { SharedClock } from './SharedClock';
import { soakCaller } from './soakCaller';
import { SoakOrg } from './SoakOrg';
import type { SoakSettings } from './SoakSettings';
import { openSoakDatabase, wireSoakProcess } from './wireSoakProcess';

/** When every soak begins. */
export const soakStart = new Date('2026-11-23T09:00:00Z');

/** The orgs, the database and the clock that workers share, and a way to ask. */
export class SoakBed {
  static async create(options: {
    directory: string;
    name: string;
    database: SoakSettings['database'];
    orgs: number;
    /** What is in the orgs; default: the demo. */
    data?: DataChoice;
  }): Promise<SoakBed> {
    const clockFile = join(options.directory, `${options.name}.clock`);
    const clock = SharedClock.create(clockFile, soakStart);
    const orgs = await Promise.all(
      Array.from({ length: options.orgs }, (_, index) =>
        SoakOrg.start(`org-${index}`, soakStart, options.data),
      ),
    );
    const settings: SoakSettings = {
      database: options.database,
      clockFile,
      orgs: Object.fromEntries(orgs.map(org => [org.id, org.server.url])),
      callTimeout: 700,
      concurrency: 200,
    };
    const wired = wireSoakProcess({
      // The parent only asks, and only its own calls are never cut short.
      settings: { ...settings, callTimeout: 30_000 },
      knex: openSoakDatabase(settings.database),
      clock,
      checkpoint: () => {},
    });
    await applyMigrations(wired.knex);
    await wired.start();
    await wired.executor.stop();
    return new SoakBed(
      settings,
      clock,
      orgs,
      wired,
      await soakCaller('user:default/sam.okafor'),
    );
  }

  private constructor(
    readonly settings: SoakSettings,
    readonly clock: SharedClock,
    readonly orgs: SoakOrg[],
    readonly wired: ReturnType<typeof wireSoakProcess>,
    readonly caller: Caller,
  ) {}

  advance(milliseconds: number): void {
    const time = this.clock.advance(milliseconds);
    for (const org of this.orgs) org.server.org.clock.set(time);
  }

  async preview(org: SoakOrg, action: string, input: unknown) {
    return this.wired.services.requests.previewDraft(
      {
        org: org.id,
        action,
        input: input as Record<string, unknown>,
        reason: 'Soak',
      },
      { caller: this.caller },
    );
  }

  /** Asks for something that runs without approval; answers the request's id. */
  async submit(org: SoakOrg, action: string, input: unknown): Promise<string> {
    const { request } = await this.wired.services.requests.submit(
      {
        org: org.id,
        action,
        input: input as Record<string, unknown>,
        reason: 'Soak',
      },
      { caller: this.caller },
    );
    return request.id;
  }

  /** Takes all requests of an org away: what is judged takes no part any more. */
  async forget(org: SoakOrg): Promise<void> {
    await this.wired
      .knex('salesforce_requests')
      .where({ org_id: org.id })
      .delete();
  }

  /** Runs what is due in this process, for what has to be there before. */
  async runHere(): Promise<void> {
    await this.wired.executor.start();
    await this.wired.executor.runUntilIdle();
    await this.wired.executor.stop();
  }

  async request(id: string): Promise<RequestRow> {
    const row = await this.wired
      .knex<RequestRow>('salesforce_requests')
      .where({ id })
      .first();
    if (!row) throw new Error(`There is no request '${id}'`);
    return row;
  }

  async jobsOf(ids: string[]): Promise<JobRow[]> {
    return this.wired
      .knex<JobRow>('salesforce_jobs')
      .whereIn('request_id', ids);
  }

  async changesOf(request: RequestRow): Promise<ChangeRow[]> {
    return this.wired
      .knex<ChangeRow>('salesforce_changes')
      .where({ request_id: request.id, plan_version: request.plan_version })
      .orderBy('position');
  }

  async followUpsOf(id: string): Promise<number> {
    const [{ count }] = await this.wired
      .knex('salesforce_requests')
      .where({ follow_up_of: id })
      .count({ count: '*' });
    return Number(count);
  }

  async stop(): Promise<void> {
    await this.wired.stop();
    await this.wired.knex.destroy();
    await Promise.all(this.orgs.map(org => org.server.stop()));
    this.clock.close();
  }
}
