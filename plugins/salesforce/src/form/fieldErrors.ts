import type { FieldError } from '@salesdesk/backstage-plugin-salesforce-common';

/** The errors at a field or below it: `users` has those of `users.0`. */
export function errorsAt(name: string, errors: FieldError[]): FieldError[] {
  return errors.filter(
    ({ path }) => path === name || path.startsWith(`${name}.`),
  );
}

/** The errors that belong to none of the fields, so that none is lost. */
export function errorsElsewhere(
  names: string[],
  errors: FieldError[],
): FieldError[] {
  return errors.filter(
    ({ path }) =>
      !names.some(name => path === name || path.startsWith(`${name}.`)),
  );
}

/** Which value of a list an error is about; undefined when it is about all. */
export function indexOfError(
  name: string,
  error: FieldError,
): number | undefined {
  const match = /^\d+$/.exec(error.path.slice(name.length + 1));
  return match ? Number(match[0]) : undefined;
}
