import type {
  CallContext,
  OrgServices,
  Row,
  VirtualRowsRequest,
} from '../core/types';
import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';
import type { SalesforceError } from '../core/SalesforceError';
import { queryErrorAt } from './queryErrors';
import type { UserCalendar } from './timeZones';

/**
 * One query being answered: who asks, of which org, in which words, at what
 * time. What the caller may see is asked here and remembered.
 */
export class QuerySession {
  readonly ctx: CallContext;
  readonly org: OrgServices;
  readonly soql: string;
  readonly includeDeleted: boolean;
  readonly now: number;
  readonly calendar: UserCalendar;
  readonly collator: Intl.Collator;

  readonly #filters = new Map<string, ((row: Row) => boolean) | undefined>();

  constructor(options: {
    ctx: CallContext;
    org: OrgServices;
    soql: string;
    includeDeleted: boolean;
  }) {
    this.ctx = options.ctx;
    this.org = options.org;
    this.soql = options.soql;
    this.includeDeleted = options.includeDeleted;
    this.now = options.org.clock.now();
    this.calendar = userCalendar(options.org, options.ctx);
    this.collator = collatorFor(this.calendar.locale);
  }

  /** The object, if this API has it and the caller may see it. */
  visibleObject(name: string): ObjectDefinition | undefined {
    const object = this.org.schema.get(name);
    if (!object) return undefined;
    const known = this.ctx.tooling
      ? object.api !== 'data' || object.setup
      : object.api !== 'tooling';
    return known && this.#mayAsk(object) ? object : undefined;
  }

  #mayAsk(object: ObjectDefinition): boolean {
    return (
      this.ctx.systemMode === true ||
      this.org.access.canSeeObject(this.ctx, object)
    );
  }

  visibleField(
    object: ObjectDefinition,
    name: string,
  ): FieldDefinition | undefined {
    const field = object.field(name);
    return field && this.isVisible(object, field) ? field : undefined;
  }

  isVisible(object: ObjectDefinition, field: FieldDefinition): boolean {
    if (field.minimumApiVersion > Number(this.ctx.apiVersion)) return false;
    if (this.ctx.systemMode || object.name === 'Name') return true;
    return this.org.access.canReadField(this.ctx, object, field);
  }

  /** Whether the caller may read this row; undefined when any. */
  rowFilter(object: ObjectDefinition): ((row: Row) => boolean) | undefined {
    if (this.ctx.systemMode) return undefined;
    if (!this.#filters.has(object.name)) {
      const filter = this.org.access.rowFilter(this.ctx, object);
      this.#filters.set(object.name, filter);
    }
    return this.#filters.get(object.name);
  }

  /** The rows of an object that has none stored, computed by its rules. */
  virtualRows(
    object: ObjectDefinition,
    request: Pick<VirtualRowsRequest, 'equalities'> &
      Partial<Pick<VirtualRowsRequest, 'selected'>>,
  ): Row[] {
    const { ctx, org } = this;
    const { equalities, selected = new Set<string>() } = request;
    return org.rules
      .for(object.name)
      .flatMap(rules => [
        ...(rules.virtualRows?.({ ctx, org, equalities, selected }) ?? []),
      ]);
  }

  /** An error that points at a place in the query. */
  errorAt(offset: number, errorCode: string, message: string): SalesforceError {
    return queryErrorAt({ soql: this.soql, offset, errorCode, message });
  }
}

function userCalendar(org: OrgServices, ctx: CallContext): UserCalendar {
  const user = org.store.get('User', ctx.userId);
  const organization = org.store.get('Organization', org.organizationId);
  return {
    timeZone: String(
      user?.TimeZoneSidKey ?? organization?.TimeZoneSidKey ?? 'UTC',
    ),
    locale: String(user?.LocaleSidKey ?? 'en_US'),
    fiscalYearStartMonth: Number(organization?.FiscalYearStartMonth ?? 1),
    fiscalYearNamedAfterStart:
      organization?.UsesStartDateAsFiscalYearName === true,
  };
}

const collators = new Map<string, Intl.Collator>();

/** Compares texts without regard to case, as the user's language sorts them. */
function collatorFor(locale: string): Intl.Collator {
  const known = collators.get(locale);
  if (known) return known;
  const language = locale.split('_')[0].toLowerCase();
  const supported = Intl.Collator.supportedLocalesOf([language]);
  const collator = new Intl.Collator(supported[0] ?? 'en', {
    sensitivity: 'accent',
  });
  collators.set(locale, collator);
  return collator;
}
