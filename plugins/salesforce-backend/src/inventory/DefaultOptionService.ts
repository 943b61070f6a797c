import type {
  Option,
  OptionList,
  Picker,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type SalesforceReader,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { GatewayProvider } from '../orgs/GatewayProvider';
import { TimedCache } from '../people/TimedCache';
import { plain } from './closest';
import { toRecordOption } from './DefaultNameResolver';
import { licenseKinds } from './licenseKinds';
import type { OptionService } from './OptionService';
import { valuesOf } from './picklists';
import {
  choicesQuery,
  recordPickers,
  type PickerRow,
  type RecordPicker,
} from './recordPickers';
import { toUserOption, userFields, type UserRow } from './userRows';

const lifetime = 30_000;

/** More than this no picker shows; larger sets are searched in Salesforce. */
const mostChoices = 5_000;

/**
 * Choices from Salesforce, kept for half a minute per org and shared by
 * everyone who types: a form that ten people fill in costs a handful of calls.
 * What a choice says of seats is therefore a hint; the preview asks anew.
 */
export class DefaultOptionService implements OptionService {
  readonly #gateways: GatewayProvider;
  readonly #lists: TimedCache<Option[]>;
  readonly #searches: TimedCache<OptionList>;

  static create(options: {
    gateways: GatewayProvider;
    now: () => Date;
  }): DefaultOptionService {
    return new DefaultOptionService(options);
  }

  private constructor(options: { gateways: GatewayProvider; now: () => Date }) {
    const { now } = options;
    this.#gateways = options.gateways;
    this.#lists = new TimedCache({ now, lifetime, maximum: 500 });
    this.#searches = new TimedCache({ now, lifetime, maximum: 2_000 });
  }

  async list(options: {
    orgId: string;
    picker: Picker;
    q?: string;
    limit?: number;
  }): Promise<OptionList> {
    const { orgId, picker, limit = 20 } = options;
    const words = (options.q ?? '').trim();
    // also when everything is known already: a paused org offers nothing
    const reader = await this.#gateways.forOrg(orgId);
    if (picker === 'salesforce-user') {
      return this.#searches.get(
        JSON.stringify([orgId, words.toLowerCase(), limit]),
        () => searchUsers({ reader, words, limit }),
      );
    }
    const choices = await this.#lists.get(`${orgId} ${picker}`, () =>
      readChoices({ reader, picker }),
    );
    const found = choices.filter(option => fits(option, words));
    return { items: found.slice(0, limit), truncated: found.length > limit };
  }
}

async function readChoices(options: {
  reader: SalesforceReader;
  picker: Exclude<Picker, 'salesforce-user'>;
}): Promise<Option[]> {
  const { reader, picker } = options;
  if (picker === 'any-license') return readLicenses(reader);
  if (!isRecordPicker(picker)) {
    return valuesOf(picker, await reader.describe('User'));
  }
  const rows = await reader.queryAll<PickerRow>(choicesQuery(picker), {
    maximum: mostChoices,
  });
  return rows.map(row => toRecordOption(picker, row));
}

/** Licences of every kind, each said to be of its kind. */
async function readLicenses(reader: SalesforceReader): Promise<Option[]> {
  const choices = await Promise.all(
    licenseKinds.map(async ({ prefix, picker, title }) =>
      (
        await readChoices({ reader, picker })
      ).map(({ value, detail, ...option }) => ({
        ...option,
        value: `${prefix}:${value}`,
        detail: [title, detail].filter(Boolean).join(' · '),
      })),
    ),
  );
  return choices.flat();
}

function isRecordPicker(picker: Picker): picker is RecordPicker {
  return picker in recordPickers;
}

/** Every word begins some word of the choice. */
function fits(option: Option, words: string): boolean {
  const text = ` ${plain(`${option.label} ${option.value}`)}`;
  return plain(words)
    .split(' ')
    .every(word => text.includes(` ${word}`) || word === '');
}

async function searchUsers(options: {
  reader: SalesforceReader & Pick<SalesforceReader, 'batch'>;
  words: string;
  limit: number;
}): Promise<OptionList> {
  const { reader, words, limit } = options;
  const parts = words.split(/\s+/).filter(Boolean).slice(0, 6);
  const [users, frozen] = await reader.batch([
    soql.select({
      from: 'User',
      fields: userFields,
      where: soql.and(
        soql.eq('UserType', 'Standard'),
        ...parts.map(part =>
          soql.or(
            soql.contains('Name', part),
            soql.contains('Username', part),
            soql.contains('Email', part),
          ),
        ),
      ),
      orderBy: [{ field: 'IsActive', direction: 'DESC' }, { field: 'Name' }],
      limit: limit + 1,
    }),
    soql.select({
      from: 'UserLogin',
      fields: ['UserId'],
      where: soql.eq('IsFrozen', true),
    }),
  ]);
  const frozenIds = new Set(frozen.records.map(({ UserId }) => UserId));
  const rows = users.records as UserRow[];
  return {
    items: rows
      .slice(0, limit)
      .map(row => toUserOption(row, frozenIds.has(row.Id))),
    truncated: rows.length > limit,
  };
}
