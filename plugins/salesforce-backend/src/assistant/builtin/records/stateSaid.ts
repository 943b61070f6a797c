import type { Reading } from '../Reading';
import { clauseText } from './clauseText';

/** What a record may be said to be by now, other than a value with "now". */
const ended =
  '(?:closed(?:[ -](?:won|lost))?|won|lost|completed|done|resolved)';

const said = new RegExp(
  `^(?<record>\\s*(?:the\\s+|my\\s+|our\\s+)?(?:opp|opportunity|deal|case|ticket|task)\\s+.+?)\\s+(?:(?:is|got|has been)\\s+(?=${ended}\\s*$)|(?:is|got)\\s+now\\s+(?:in\\s+)?(?:stage\\s+|status\\s+)?)(?<state>[^,;?]+)$`,
  'i',
);

const open =
  /\b(?:not|never|no|isn't|isnt|maybe|perhaps|probably|might|may|could|should|will|would|if|when|once|until|soon|who|what|why|how|was|were|all|every|each|any)\b/i;

/**
 * "opp Acme Renewal is closed lost": somebody who says so to the assistant wants
 * Salesforce to say it too. A question, or anything that is not plain, is none.
 */
export function saysState(reading: Reading): boolean {
  const text = clauseText(reading);
  return !reading.isAsked && !open.test(text) && said.test(text);
}

/** The same, said as a change: "opp Acme Renewal to closed lost". */
export function withoutState(text: string): string {
  const found = open.test(text) ? undefined : said.exec(text)?.groups;
  return found ? `${found.record} to ${found.state}` : text;
}
