import type { NameKind } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Token } from './tokens';

/** A thing that was named and may be meant. */
export interface Candidate {
  kind: NameKind;
  value: string;
  label: string;
  id?: string;
  detail?: string;
  status?: string;
}

/** A stretch of a sentence that names something. */
export interface Mention {
  /** What may be meant; several when it is ambiguous, none when it is unknown. */
  candidates: Candidate[];
  /** As it was written. */
  text: string;
  from: number;
  to: number;
  quality: 'exact' | 'part' | 'close' | 'unknown';
  /** What a noun beside it says of its kind. */
  hinted?: string[];
  /** Everyone in it is meant, not itself. */
  isSet?: boolean;
  /** It came from an e-mail address, an id or a ref. */
  certain?: boolean;
  quoted?: boolean;
  possessive?: boolean;
  token: Token;
}

export const personKinds: ReadonlySet<string> = new Set(['user', 'person']);
export const setKinds: ReadonlySet<string> = new Set([
  'public-group',
  'catalog-group',
  'role',
  'profile',
  'permission-set',
  'permission-set-group',
]);

/** Two catalog and Salesforce sides of one person are one; the user stands for both. */
export function merged(candidates: Candidate[]): Candidate[] {
  const users = candidates.filter(({ kind }) => kind === 'user');
  const named = new Set(users.map(({ label }) => label.toLowerCase()));
  const unique = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (candidate.kind === 'person') {
      const mail = candidate.detail?.toLowerCase();
      const isKnown =
        named.has(candidate.label.toLowerCase()) ||
        users.some(
          ({ value, detail }) =>
            mail !== undefined &&
            (value.toLowerCase() === mail ||
              detail?.toLowerCase().startsWith(mail)),
        );
      if (isKnown) continue;
    }
    unique.set(`${candidate.kind} ${candidate.value}`, candidate);
  }
  return [...unique.values()];
}

/** How a set of users is written in an input. */
export function setReference(candidate: Candidate): string {
  return candidate.kind === 'catalog-group'
    ? candidate.value
    : `${candidate.kind}:${candidate.label}`;
}
