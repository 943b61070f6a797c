import type { FieldSpecification } from './specification';

/*
 * One function per kind of field, so that the descriptions of the standard
 * objects read as lists of fields. They say what differs from the ordinary;
 * `resolveField` knows the ordinary.
 */

type Options = Partial<Omit<FieldSpecification, 'name' | 'type'>>;
type PicklistValues = FieldSpecification['picklistValues'];

/** Set by the system: neither createable nor updateable. */
export const readOnly: Options = { readOnly: true };
/** Must be given on create. */
export const required: Options = { required: true };
/** Always has a value, and gets one by itself. */
export const defaulted: Options = { required: true, defaultedOnCreate: true };
/** Given on create and never changed after. */
export const createOnly: Options = { updateable: false };

export function text(
  name: string,
  length: number,
  options: Options = {},
): FieldSpecification {
  return { name, type: 'string', length, ...options };
}

/** Text areas longer than 255 characters can be neither filtered nor sorted. */
export function textArea(
  name: string,
  length: number,
  options: Options = {},
): FieldSpecification {
  return { name, type: 'textarea', length, ...options };
}

export function email(name: string, options: Options = {}): FieldSpecification {
  return { name, type: 'email', length: 80, ...options };
}

export function phone(name: string, options: Options = {}): FieldSpecification {
  return { name, type: 'phone', length: 40, ...options };
}

export function url(
  name: string,
  length: number,
  options: Options = {},
): FieldSpecification {
  return { name, type: 'url', length, ...options };
}

export function checkbox(
  name: string,
  options: Options = {},
): FieldSpecification {
  return { name, type: 'boolean', ...options };
}

export function integer(
  name: string,
  digits: number,
  options: Options = {},
): FieldSpecification {
  return { name, type: 'int', digits, ...options };
}

export function decimal(
  name: string,
  precision: number,
  scale: number,
  options: Options = {},
): FieldSpecification {
  return { name, type: 'double', precision, scale, ...options };
}

export function currency(
  name: string,
  options: Options = {},
): FieldSpecification {
  return { name, type: 'currency', precision: 18, scale: 2, ...options };
}

export function percent(
  name: string,
  options: Options = {},
): FieldSpecification {
  return { name, type: 'percent', precision: 3, scale: 0, ...options };
}

export function date(name: string, options: Options = {}): FieldSpecification {
  return { name, type: 'date', ...options };
}

export function datetime(
  name: string,
  options: Options = {},
): FieldSpecification {
  return { name, type: 'datetime', ...options };
}

export function picklist(
  name: string,
  picklistValues: PicklistValues,
  options: Options = {},
): FieldSpecification {
  return { name, type: 'picklist', length: 255, picklistValues, ...options };
}

export function restrictedPicklist(
  name: string,
  picklistValues: PicklistValues,
  options: Options = {},
): FieldSpecification {
  return picklist(name, picklistValues, {
    length: 40,
    restrictedPicklist: true,
    ...options,
  });
}

export function reference(
  name: string,
  referenceTo: string | string[],
  options: Options = {},
): FieldSpecification {
  return { name, type: 'reference', referenceTo, ...options };
}

const geocodeAccuracies = [
  'Address',
  'NearAddress',
  'Block',
  'Street',
  'ExtendedZip',
  'Zip',
  'Neighborhood',
  'City',
  'County',
  'State',
  'Unknown',
];

/** A compound address and its nine parts: `address('Billing')`. */
export function address(
  prefix: string,
  options: Options = {},
): FieldSpecification[] {
  const compound = `${prefix}Address`;
  const part: Options = { compoundFieldName: compound, ...options };
  const parts: FieldSpecification[] = [
    textArea(`${prefix}Street`, 255, part),
    text(`${prefix}City`, 40, part),
    text(`${prefix}State`, 80, { ...part, label: label('State/Province') }),
    text(`${prefix}PostalCode`, 20, {
      ...part,
      label: label('Zip/Postal Code'),
    }),
    text(`${prefix}Country`, 80, part),
    decimal(`${prefix}Latitude`, 18, 15, part),
    decimal(`${prefix}Longitude`, 18, 15, part),
    restrictedPicklist(`${prefix}GeocodeAccuracy`, geocodeAccuracies, part),
  ];
  function label(words: string): string {
    return prefix ? `${prefix} ${words}` : words;
  }
  return [
    ...parts,
    {
      name: compound,
      type: 'address',
      components: parts.map(({ name }) => name),
      ...options,
      readOnly: true,
    },
  ];
}

/** CreatedDate, CreatedById, LastModifiedDate, LastModifiedById, SystemModstamp. */
export function auditFields(): FieldSpecification[] {
  return [...createdFields(), ...modifiedFields(), systemModstamp()];
}

export function createdFields(): FieldSpecification[] {
  return [
    datetime('CreatedDate', { ...defaulted, ...readOnly }),
    reference('CreatedById', 'User', { ...defaulted, ...readOnly }),
  ];
}

export function modifiedFields(): FieldSpecification[] {
  return [
    datetime('LastModifiedDate', { ...defaulted, ...readOnly }),
    reference('LastModifiedById', 'User', { ...defaulted, ...readOnly }),
  ];
}

export function systemModstamp(): FieldSpecification {
  return datetime('SystemModstamp', { ...defaulted, ...readOnly });
}

/** Whether the row lies in the recycle bin. */
export function deletedField(): FieldSpecification {
  return checkbox('IsDeleted', { ...readOnly, label: 'Deleted' });
}

/** When the calling user last looked at the record. */
export function viewedFields(): FieldSpecification[] {
  return [
    datetime('LastViewedDate', readOnly),
    datetime('LastReferencedDate', readOnly),
  ];
}

/** Salutation, first and last name, and the compound Name made of them. */
export function personName(
  options: { salutation?: boolean; required?: boolean } = {},
): FieldSpecification[] {
  const { salutation = true, required: mustHaveLastName = true } = options;
  const part: Options = { compoundFieldName: 'Name' };
  return [
    text('LastName', 80, { ...part, required: mustHaveLastName }),
    text('FirstName', 40, part),
    ...(salutation
      ? [
          picklist(
            'Salutation',
            ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'],
            { ...part, length: 40 },
          ),
        ]
      : []),
    text('Name', 121, {
      ...defaulted,
      ...readOnly,
      label: 'Full Name',
      nameField: true,
      extraTypeInfo: 'personname',
    }),
  ];
}
