import type {
  FieldError,
  FieldValue,
  Option,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { FieldDescription } from '@salesdesk/backstage-plugin-salesforce-node';
import { closest, plain } from '../../inventory/closest';
import { saidDay } from './saidDay';
import { saidNumber } from './saidNumber';

/** What somebody gave for a field. */
export type Said = string | number | boolean | null | string[];

/** The value as Salesforce keeps it, or what is wrong with what was given. */
export type ReadValue =
  | { ok: true; value: FieldValue; shown?: string }
  | { ok: false; error: Omit<FieldError, 'path'> };

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Types whose values are numbers. */
const numeric = new Set(['currency', 'double', 'percent', 'int', 'long']);

/**
 * Reads what people write for a field by the field's type. References are not
 * read here: they need the org. Pure.
 */
export function readValue(options: {
  field: FieldDescription;
  said: Said;
  now: Date;
}): ReadValue {
  const { field, said, now } = options;
  if (said === null || said === '' || (Array.isArray(said) && !said.length)) {
    return { ok: true, value: null };
  }
  if (Array.isArray(said) && field.type !== 'multipicklist') {
    return wrong(field, 'takes one value');
  }
  switch (field.type) {
    case 'boolean':
      return readBoolean(field, said);
    case 'date':
      return readDay(field, String(said), now);
    case 'datetime':
      return readMoment(field, String(said));
    case 'time':
      return readTime(field, String(said));
    case 'picklist':
      return readPicklist(field, String(said));
    case 'multipicklist':
      return readSeveral(field, said);
    case 'base64':
    case 'address':
    case 'location':
    case 'complexvalue':
      return wrong(field, 'cannot be written here; write its parts');
    default:
      return numeric.has(field.type)
        ? readNumber(field, said)
        : readText(field, said);
  }
}

function wrong(
  field: FieldDescription,
  complaint: string,
  more: { code?: FieldError['code']; candidates?: Option[] } = {},
): ReadValue {
  return {
    ok: false,
    error: {
      code: more.code ?? 'invalid_input',
      message: `${field.label} ${complaint}`,
      ...(more.candidates?.length ? { candidates: more.candidates } : {}),
    },
  };
}

function readBoolean(field: FieldDescription, said: Said): ReadValue {
  if (typeof said === 'boolean') return yesOrNo(said);
  const text = String(said).trim();
  if (/^(?:true|yes|y|on|checked|1)$/i.test(text)) return yesOrNo(true);
  if (/^(?:false|no|n|off|unchecked|0)$/i.test(text)) return yesOrNo(false);
  return wrong(field, `is yes or no, not “${text}”`);
}

function yesOrNo(value: boolean): ReadValue {
  return { ok: true, value, shown: value ? 'Yes' : 'No' };
}

function readNumber(field: FieldDescription, said: Said): ReadValue {
  const number =
    typeof said === 'number' ? said : saidNumber(String(said).trim());
  if (
    typeof said === 'boolean' ||
    number === undefined ||
    !Number.isFinite(number)
  ) {
    return wrong(field, `is a number, not “${said}”`);
  }
  const isWhole = field.type === 'int' || field.type === 'long';
  const decimals = isWhole ? 0 : field.scale;
  const [, fraction = ''] = /\.(\d+)$/.exec(plainDigits(number)) ?? [];
  if (fraction.length > decimals) {
    return wrong(
      field,
      decimals === 0
        ? `is a whole number, not ${number}`
        : `takes ${decimals} decimals, not ${fraction.length}`,
    );
  }
  const digits = isWhole ? field.digits : field.precision - field.scale;
  const before = plainDigits(Math.trunc(Math.abs(number))).length;
  if (digits > 0 && before > digits) {
    return wrong(field, `takes ${digits} digits, and ${number} has more`);
  }
  return { ok: true, value: number };
}

/** Digits without an exponent. */
function plainDigits(number: number): string {
  return number.toLocaleString('en-US', {
    useGrouping: false,
    maximumFractionDigits: 20,
  });
}

function readDay(field: FieldDescription, text: string, now: Date): ReadValue {
  const said = saidDay(text, now);
  if (said.kind === 'day') return { ok: true, value: said.day };
  if (said.kind === 'none') {
    return wrong(field, `is a day such as 2026-12-31, not “${text}”`);
  }
  return wrong(field, `must be one day. ${said.reason}. Which one?`, {
    code: 'ambiguous_name',
    candidates: said.days.map(day => ({ value: day, label: day })),
  });
}

function readMoment(field: FieldDescription, text: string): ReadValue {
  const written = text.trim();
  if (
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(
      written,
    )
  ) {
    return wrong(
      field,
      `is a moment with its time zone, such as 2026-12-31T14:00:00+01:00, not “${written}”`,
    );
  }
  const at = new Date(written);
  return Number.isNaN(at.getTime())
    ? wrong(field, `has no moment “${written}”`)
    : { ok: true, value: at.toISOString() };
}

function readTime(field: FieldDescription, text: string): ReadValue {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:\.\d+)?Z?$/.exec(
    text.trim(),
  );
  if (!found) return wrong(field, `is a time such as 14:30, not “${text}”`);
  const [, hours, minutes, seconds = '00'] = found;
  return {
    ok: true,
    value: `${hours.padStart(2, '0')}:${minutes}:${seconds}.000Z`,
  };
}

function readPicklist(field: FieldDescription, text: string): ReadValue {
  const options = field.picklistValues.filter(({ active }) => active);
  const written = text.trim();
  const wanted = plain(written);
  const found =
    options.find(({ value }) => value === written) ??
    only(
      options.filter(
        ({ value, label }) =>
          plain(value) === wanted || plain(label) === wanted,
      ),
    );
  if (found) {
    return {
      ok: true,
      value: found.value,
      ...(found.label === found.value ? {} : { shown: found.label }),
    };
  }
  const near = options.filter(({ label }) =>
    wanted ? plain(label).includes(wanted) : false,
  );
  const candidates =
    near.length > 0
      ? near
      : closest({ words: written, items: options, nameOf: o => o.label });
  return wrong(
    field,
    `has no value “${written}”. There is: ${options
      .slice(0, 20)
      .map(({ label }) => label)
      .join(', ')}`,
    {
      code: 'unknown_name',
      candidates: (candidates.length > 0 ? candidates : options)
        .slice(0, 10)
        .map(({ value, label }) => ({ value, label })),
    },
  );
}

function only<T>(items: T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function readSeveral(field: FieldDescription, said: Said): ReadValue {
  const parts = (Array.isArray(said) ? said : String(said).split(/[;,]/))
    .map(part => part.trim())
    .filter(Boolean);
  const values: string[] = [];
  for (const part of parts) {
    const read = readPicklist(field, part);
    if (!read.ok) return read;
    values.push(String(read.value));
  }
  // Salesforce keeps them in the order of the picklist
  const order = field.picklistValues.map(({ value }) => value);
  const kept = order.filter(value => values.includes(value));
  return { ok: true, value: kept.join(';'), shown: kept.join(', ') };
}

function readText(field: FieldDescription, said: Said): ReadValue {
  const text = String(said).trim();
  if (field.length > 0 && text.length > field.length) {
    return wrong(
      field,
      `takes ${field.length} letters, and this has ${text.length}`,
    );
  }
  if (field.type === 'email' && !email.test(text)) {
    return wrong(field, `is an e-mail address, not “${text}”`);
  }
  if (field.type === 'phone' && !/\d/.test(text)) {
    return wrong(field, `is a phone number, not “${text}”`);
  }
  return { ok: true, value: text === '' ? null : text };
}
