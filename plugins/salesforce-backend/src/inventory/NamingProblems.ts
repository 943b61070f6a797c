import {
  SalesdeskError,
  type FieldError,
  type Option,
} from '@salesdesk/backstage-plugin-salesforce-common';

const words = new Intl.ListFormat('en', { type: 'disjunction' });

/** Collects what could not be resolved, to say it all at once. */
export class NamingProblems {
  readonly #errors: FieldError[] = [];

  get isEmpty(): boolean {
    return this.#errors.length === 0;
  }

  /** Nothing has this name; the candidates come close. */
  unknown(problem: {
    path: string;
    /** E.g. "Salesforce user". */
    what: string;
    reference: string;
    candidates?: Option[];
  }): void {
    const { path, what, reference, candidates = [] } = problem;
    this.#errors.push({
      path,
      code: 'unknown_name',
      message: `There is no ${what} '${shortened(reference)}'${
        candidates.length > 0 ? `. Did you mean ${listed(candidates)}?` : ''
      }`,
      ...(candidates.length > 0 ? { candidates } : {}),
    });
  }

  /** Several things have this name. */
  ambiguous(problem: {
    path: string;
    what: string;
    reference: string;
    candidates: Option[];
  }): void {
    const { path, what, reference, candidates } = problem;
    this.#errors.push({
      path,
      code: 'ambiguous_name',
      message: `'${shortened(
        reference,
      )}' could be more than one ${what}: ${listed(candidates)}. Which one?`,
      candidates,
    });
  }

  invalid(problem: { path: string; message: string }): void {
    this.#errors.push({ ...problem, code: 'invalid_input' });
  }

  /** Throws what was collected, if anything was. */
  throwIfAny(): void {
    if (this.#errors.length > 0) throwFieldErrors(this.#errors);
  }
}

/** One InputError that carries an error for each field. */
export function throwFieldErrors(errors: FieldError[]): never {
  const [first] = errors;
  throw new SalesdeskError(
    'InputError',
    errors.length === 1
      ? first.message
      : `${first.message} (and ${errors.length - 1} more)`,
    { code: first.code ?? 'invalid_input', fields: errors },
  );
}

function listed(candidates: Option[]): string {
  const shown = candidates
    .slice(0, 5)
    .map(({ label, value }) =>
      label === value ? label : `${label} (${value})`,
    );
  return words.format(
    candidates.length > 5
      ? [...shown, `${candidates.length - 5} others`]
      : shown,
  );
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
