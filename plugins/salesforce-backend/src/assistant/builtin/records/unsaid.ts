import { Unclear } from '../Reading';

/** Words that carry nothing by themselves. */
const fillers = new Set(
  'a an the new please pls record records for and with it its of in on to as by at is are now that this my me i our us need want you can could would like salesforce crm just also then so called named field fields value from up go ahead kindly quickly thanks thank hey hi'.split(
    ' ',
  ),
);

/**
 * Asks back where words are left that were not understood: a write that leaves
 * out half of what was said is wrong.
 */
export function demandAllUsed(rest: string): void {
  const left = rest
    .replace(/[^\p{L}\p{N}\p{M}@.'&$%/-]+/gu, ' ')
    .split(/\s+/)
    .map(word => word.replace(/^[.'-]+|[.'-]+$/g, ''))
    .filter(word => word && !fillers.has(word.toLowerCase()));
  if (left.length > 0) {
    throw new Unclear(
      `I did not understand “${left.join(
        ' ',
      )}”. Say which field it is for, for example “stage Closed Won”.`,
    );
  }
}
