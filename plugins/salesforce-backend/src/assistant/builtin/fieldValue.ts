import type { FieldDescription } from '@salesdesk/backstage-plugin-salesforce-node';
import { factorOf } from '../../actions/records/saidNumber';
import { keyOf } from '../names/words';
import { momentIn } from './moments';

/** A value as it was said, in the form that the field takes; undefined when it is none. */
export function fieldValue(options: {
  field: Pick<FieldDescription, 'type' | 'picklistValues' | 'label'>;
  text: string;
  now: Date;
}): string | number | boolean | null | undefined {
  const { field, now } = options;
  const text = options.text
    .trim()
    .replace(/^["']|["']$/g, '')
    .trim();
  switch (field.type) {
    case 'picklist':
    case 'multipicklist': {
      const values = field.picklistValues.filter(({ active }) => active);
      const said = keyOf(text);
      const same = values.filter(
        ({ value, label }) => keyOf(value) === said || keyOf(label) === said,
      );
      const fitting =
        same.length > 0
          ? same
          : values.filter(
              ({ label }) =>
                ` ${keyOf(label)} `.includes(` ${said} `) ||
                keyOf(label).startsWith(said),
            );
      return fitting.length === 1 ? fitting[0].value : undefined;
    }
    case 'date':
      return momentIn(text, now);
    case 'boolean':
      if (/^(?:true|yes|on|checked)$/i.test(text)) return true;
      return /^(?:false|no|off|unchecked)$/i.test(text) ? false : undefined;
    case 'currency':
    case 'double':
    case 'percent':
    case 'int':
      return numberOf(text);
    case 'reference':
    case 'datetime':
      return /^[a-zA-Z0-9]{15,18}$/.test(text) ? text : undefined;
    default:
      return text || undefined;
  }
}

/** "$100k", "1.5 million", "100,000". */
export function numberOf(text: string): number | undefined {
  const found =
    /^[$€£]?\s*(-?\d[\d,]*(?:\.\d+)?)\s*(k|thousand|m|mn|mio|million|b|bn|billion)?\s*(?:%|usd|eur|dollars|euros)?$/i.exec(
      text.trim(),
    );
  if (!found) return undefined;
  return Number(found[1].replace(/,/g, '')) * factorOf(found[2]);
}
