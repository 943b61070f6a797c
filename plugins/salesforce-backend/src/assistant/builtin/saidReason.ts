import { reasonMarkers } from './lexicon';
import { personKinds } from './Mentions';
import { dayAt, durationAt } from './moments';
import type { Reading } from './Reading';
import { wallClock } from './wallClock';

const leading =
  /^(?:[\s,;:—–-]|and\b|so\b|that\b|the reason is\b|reason:?\b)+/i;

/** Cuts the reason off: what stands behind its marker is no instruction. */
export function takeReason(reading: Reading): void {
  for (let at = 1; at < reading.tokens.length; at += 1) {
    const rest = reading.tokens
      .slice(at)
      .map(({ plain }) => plain)
      .join(' ');
    const marker = reasonMarkers.find(
      words => rest === words || rest.startsWith(`${words} `),
    );
    const isPurpose =
      !marker &&
      /^for (?:the|a|an|his|her|their|my|our|some|this|q[1-4]|upcoming|new)\b/.test(
        rest,
      ) &&
      !durationAt(reading.after(at), wallClock(reading.context)) &&
      !mentionsPerson(reading, at + 1, at + 3) &&
      !/^for (?:the|this|these|a|an) (?:user|person|people|following|members?|team|group|public|permission|role)\b/.test(
        rest,
      );
    if (!marker && !isPurpose && !isAim(reading, at) && !tells(reading, at)) {
      continue;
    }
    if (
      marker === 'since' &&
      dayAt(reading.after(at), wallClock(reading.context))
    )
      continue;
    const start = reading.tokens[at].start;
    reading.reason = reading.text
      .slice(start)
      .replace(leading, '')
      .replace(/[\s.!]+$/, '');
    if (!marker)
      reading.reason = reading.text.slice(start).replace(/[\s.!]+$/, '');
    for (let index = at; index < reading.tokens.length; index += 1)
      reading.used[index] = true;
    reading.reasonFrom = at;
    return;
  }
}

const aims =
  /^to (?:be able|help|prepare|do|finish|work|build|run|cover|support|review|check|test|analy[sz]e|investigate|complete|handle|troubleshoot|debug|present|migrate|write|see|clean|fix|train|onboard)\b/;

/** " - contract ended yesterday", "(laptop stolen)". */
const happened =
  /^(?:(?:his|her|their|the|its|a|an) )?(?:contract|laptop|phone|device|badge|employment|project|internship|assignment|engagement|contractor|intern|temp|company) (?:(?:has|have|was|were|is|got|had|been) )*(?:ended|ends|expired|expires|stolen|lost|missing|compromised|hacked|over|finished|terminated|gone|done|closed|left)\b/;

/** ", she changed teams": behind a comma, what somebody did is why. */
function tells(reading: Reading, at: number): boolean {
  const { plain, afterBreak } = reading.tokens[at];
  const rest = reading.tokens
    .slice(at)
    .map(each => each.plain)
    .join(' ');
  if (afterBreak && happened.test(rest)) return true;
  // ", Priya asked me to": so did somebody else
  const who = reading.mentions.find(({ from }) => from === at);
  if (afterBreak && who) {
    return /^(?:asked|told|said|agreed|approved|confirmed|requested)$/.test(
      reading.tokens[who.to + 1]?.plain ?? '',
    );
  }
  const next = reading.tokens[at + 1]?.plain ?? '';
  return (
    afterBreak &&
    /^(?:he|she|they)$/.test(plain) &&
    /(?:ed|s|n['’]?t)$|^(?:cannot|never|no|still|just|already)$/.test(next) &&
    !/^(?:needs|wants|loses|keeps|requires|should|must|gets)$/.test(next)
  );
}

/** "to prepare the board report", behind what should be done: what for. */
function isAim(reading: Reading, at: number): boolean {
  return (
    at > 2 &&
    aims.test(
      reading.tokens
        .slice(at, at + 3)
        .map(({ plain }) => plain)
        .join(' '),
    ) &&
    !reading.isMentioned(at) &&
    !reading.isMentioned(at + 1) &&
    // "I need you to reset …" says what should be done
    !/^(?:you|someone|somebody|need|needs|want|wants|like|going|able|ready)$/.test(
      reading.tokens[at - 1].plain,
    ) &&
    reading.mentions.some(({ to }) => to < at)
  );
}

function mentionsPerson(reading: Reading, from: number, to: number): boolean {
  return reading.mentions.some(
    ({ from: start, candidates, certain }) =>
      start >= from &&
      start <= to &&
      (certain || candidates.some(({ kind }) => personKinds.has(kind))),
  );
}
