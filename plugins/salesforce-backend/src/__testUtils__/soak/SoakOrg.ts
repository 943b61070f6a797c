import {
  startSalesforceOrg,
  type DataChoice,
  type SalesforceOrgServer,
} from '@salesdesk/salesforce-org';
import type { WriteCall } from './Schedule';

/** What happened for good, without what differs from run to run. */
export type EffectKey = string;

const notOurs = new Set(['login', 'tokenIssued', 'loginFailed']);
// What depends on when it happened. The opportunity of a lead that is converted
// closes so many days from then.
const stamps =
  /^(CloseDate|ConvertedDate|Fiscal|FiscalQuarter|FiscalYear|CreatedDate|LastModifiedDate|SystemModstamp|LastPasswordChangeDate|LastLoginDate|LastStageChangeDate|LastViewedDate|LastReferencedDate|CreatedById|LastModifiedById)$/;

/** A local org of one schedule at a time. */
export class SoakOrg {
  static async start(
    id: string,
    time: Date,
    data: DataChoice = 'demo',
  ): Promise<SoakOrg> {
    const server = await startSalesforceOrg({ data, clock: time });
    return new SoakOrg(id, server);
  }

  readonly #putBack: () => void;

  private constructor(
    readonly id: string,
    readonly server: SalesforceOrgServer,
  ) {
    this.#putBack = server.org.store.remember();
  }

  /** All rows as at the start; sessions go on. */
  reset(): void {
    this.server.faults.clear();
    this.#putBack();
    this.server.journal.clear();
    this.server.requestLog.clear();
  }

  /** Lets go of calls that were held. */
  release(): void {
    for (const rule of this.server.faults.all()) {
      if (rule.effect.type === 'hold' && rule.applied > 0) {
        this.server.faults.remove(rule.id);
      }
    }
  }

  /** Effects since the reset, each with how often it happened. */
  effects(): Map<EffectKey, number> {
    const entries = this.server.journal
      .entries()
      .filter(({ kind }) => !notOurs.has(kind));
    const made = new Map<string, string>();
    for (const { kind, object, id } of entries) {
      if (kind === 'insert' && id) made.set(id, `new ${object}`);
    }
    const counts = new Map<EffectKey, number>();
    for (const { kind, object, id, after } of entries) {
      const key = JSON.stringify([
        kind,
        object,
        id && (made.get(id) ?? id),
        after && withoutStamps(after, made),
      ]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  }

  /** The calls that wrote, in order. */
  writeCalls(): WriteCall[] {
    const seen = new Map<string, number>();
    return this.server.requestLog
      .entries()
      .filter(
        ({ method, url }) =>
          method !== 'GET' &&
          !/\/oauth2\/(token|introspect)|\/composite(\/batch|\/sobjects\/\w+)?(\?|$)|\/Soap\//.test(
            url,
          ),
      )
      .map(({ method, url }) => {
        const path = url.split('?')[0];
        const key = `${method} ${path}`;
        const earlier = seen.get(key) ?? 0;
        seen.set(key, earlier + 1);
        return { method, path, earlier };
      });
  }
}

function withoutStamps(
  fields: Readonly<Record<string, unknown>>,
  made: Map<string, string>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !stamps.test(name))
      .map(([name, value]): [string, unknown] => [
        name,
        (typeof value === 'string' && made.get(value)) || value,
      ])
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}
