import {
  isSalesdeskError,
  type Option,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  ActionContext,
  ResolvedRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { licenseKinds, type LicenseKind } from '../inventory/licenseKinds';

/** A licence that somebody named, of whatever kind. */
export interface NamedLicense {
  kind: LicenseKind;
  record: ResolvedRecord;
}

const prefixed = /^(user|permission-set|package)-licen[cs]e:\s*(.+)$/is;

/**
 * The licence that a reference means, among all kinds unless its prefix names
 * one. A name that several kinds have is an error that lists them.
 */
export async function resolveLicense(
  context: ActionContext,
  written: string,
): Promise<NamedLicense> {
  const [, word, name] = prefixed.exec(written.trim()) ?? [];
  const kinds = licenseKinds.filter(
    ({ prefix }) => !word || prefix === `${word.toLowerCase()}-license`,
  );
  const reference = name ?? written;
  const answers = await Promise.allSettled(
    kinds.map(({ picker }) =>
      context.resolver.record({ path: 'license', picker, reference }),
    ),
  );
  const found: NamedLicense[] = [];
  const candidates: Option[] = [];
  for (const [position, answer] of answers.entries()) {
    const kind = kinds[position];
    if (answer.status === 'fulfilled') {
      found.push({ kind, record: answer.value });
    } else {
      candidates.push(...candidatesOf(kind, answer.reason));
    }
  }
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    return context.resolver.refuse([
      {
        path: 'license',
        code: 'ambiguous_name',
        message: `'${reference}' could be a licence of several kinds: ${found
          .map(({ kind }) => kind.title.toLowerCase())
          .join(' or ')}. Which one?`,
        candidates: found.map(({ kind, record }) => ({
          value: `${kind.prefix}:${record.name}`,
          label: record.label,
          detail: kind.title,
        })),
      },
    ]);
  }
  return context.resolver.refuse([
    {
      path: 'license',
      code: 'unknown_name',
      message: `There is no licence '${reference.slice(0, 80)}'${
        candidates.length > 0
          ? `. Did you mean ${candidates
              .slice(0, 5)
              .map(({ label }) => label)
              .join(' or ')}?`
          : ''
      }`,
      candidates,
    },
  ]);
}

/** What comes close, of a refusal to name; any other failure is thrown. */
function candidatesOf(kind: LicenseKind, reason: unknown): Option[] {
  if (!isSalesdeskError(reason) || reason.name !== 'InputError') throw reason;
  return (reason.fields ?? []).flatMap(({ candidates }) =>
    (candidates ?? []).map(option => ({
      ...option,
      value: `${kind.prefix}:${option.value}`,
      detail: kind.title,
    })),
  );
}
