import {
  SalesdeskError,
  isSalesdeskError,
  type FieldError,
} from '@salesdesk/backstage-plugin-salesforce-common';

type ErrorName = ConstructorParameters<typeof SalesdeskError>[0];

/**
 * Does work for a tool call. What a caller gets to see of an error is its
 * sentence alone, so the fields and their candidates go into the sentence.
 */
export async function explainToTools<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isSalesdeskError(error) || !error.fields?.length) throw error;
    throw new SalesdeskError(
      error.name as ErrorName,
      error.fields.map(fieldInWords).join(' '),
      { code: error.code, cause: error },
    );
  }
}

function fieldInWords({ path, message, candidates }: FieldError): string {
  const choices = (candidates ?? []).map(({ label, value, detail }) =>
    [
      label === value ? label : `${label} (${value})`,
      ...(detail ? [detail] : []),
    ].join(', '),
  );
  return `${path}: ${message}.${
    choices.length > 0 ? ` Candidates: ${choices.join('; ')}.` : ''
  }`.replaceAll('..', '.');
}
