import type { Translate } from '../hooks/useTranslation';
import { auditMessages } from '../translation/audit';

type KnownType = keyof typeof auditMessages.type;

function isKnown(key: string): key is KnownType {
  return Object.hasOwn(auditMessages.type, key);
}

/** The kinds of entry that this version writes, e.g. `review.approved`. */
export const entryTypes = Object.keys(auditMessages.type).map(key =>
  key.replace('_', '.'),
);

/** A kind of entry in words; as it is when this version does not know it. */
export function entryTypeInWords(type: string, t: Translate): string {
  const key = type.replace('.', '_');
  return isKnown(key) ? t(`audit.type.${key}`) : type;
}
