import { dayAt, durationAt, type SaidMoment } from './moments';
import type { Reading } from './Reading';
import { Unclear } from './Unclear';
import { wallClock } from './wallClock';

/** Times that say no day. */
const vague =
  /^(?:a (?:while|bit|short|long|few|couple (?!of (?:days|weeks|months)))|some (?:time|days|weeks|months)|several|ages)\b/i;

/** "until he's back on the 15th": who comes back is known. */
const returning =
  /^(?:(?:he|she|they)(?:'s| is|'re| are| will be)?|(?:his|her|their) return)\s+(?:(?:back|returns?|return|comes? back|gets? back)\b(?: from (?:leave|vacation|holiday|holidays))?\s*)?(?:on |at |in )?(?=\S)/i;

/** "until next Friday", "for 3 months", "for the next two weeks". */
export function takeUntil(reading: Reading): string | undefined {
  const now = wallClock(reading.context);
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const { plain } = reading.tokens[at];
    if (reading.isMentioned(at) || isPast(reading, at)) continue;
    const whole = reading.after(at);
    const rest = whole.replace(returning, '');
    const before = reading.tokens[at - 1]?.plain ?? '';
    const bare = rest.replace(/^(?:on|at|after|in)\s+/i, '');
    let said: SaidMoment | undefined;
    if (/^(?:until|till|til|through|thru)$/.test(plain)) {
      said = dayAt(rest, now) ?? durationAt(rest, now);
    } else if (plain === 'for' && !/^(?:been|was|were|gone)$/.test(before)) {
      said = durationAt(rest, now);
    } else if (/^(?:ending|expiring|expires|ends|lasting)$/.test(plain)) {
      said = dayAt(bare, now) ?? durationAt(bare, now);
    } else if (reading.tokens[at].afterBreak) {
      // ", 3 days": an end that is said last
      const own = reading.text.slice(reading.tokens[at].start);
      const length = durationAt(own, now);
      if (length && !own.slice(length.length).replace(/[\s.!]+$/, '')) {
        for (let index = at; index < reading.tokens.length; index += 1)
          reading.used[index] = true;
        requireAhead(length.day, now);
        return length.day;
      }
    }
    if (/^(?:until|till|til)$/.test(plain) && /^then\b/i.test(rest)) {
      reading.used[at] = true;
      reading.used[at + 1] = true;
      return endBefore(reading);
    }
    if (plain === 'for' && vague.test(rest)) {
      throw new Unclear('Until when exactly?', undefined, [], 'until {}');
    }
    if (!said) continue;
    requireAhead(said.day, now);
    const lead =
      whole.length -
      rest.length +
      (/^(?:on|at|after|in)\s+/i.exec(rest)?.[0].length ?? 0);
    const end = reading.tokens[at].end + 1 + lead + said.length;
    for (let index = at; index < reading.tokens.length; index += 1) {
      if (reading.tokens[index].start < end) reading.used[index] = true;
    }
    return said.day;
  }
  return undefined;
}

/** What ends before it begins is a slip, and nobody's wish. */
function requireAhead(day: string, now: Date): void {
  if (day < now.toISOString().slice(0, 10)) {
    throw new Unclear(
      `${day} has passed. Until when should it be?`,
      undefined,
      [],
      'until {}',
    );
  }
}

/** What was for so long is no end of what is asked for. */
const past =
  /\b(?:not|\w*n['’]t|hasnt|havent|didnt|never|been|was|were|worked|inactive|idle|unused|logged|ago|since)\b/i;

const absence =
  /\b(?:away|out|off|leave|vacation|holidays?|sabbatical|absent|travell?ing|gone|sick|maternity|paternity|parental|back)\b/i;

/** "he hasn't logged in for 90 days": a time that says why. */
function isPast(reading: Reading, at: number): boolean {
  const lead = reading.tokens.slice(0, at);
  const from = lead.findLastIndex(
    ({ plain, afterBreak }) =>
      afterBreak ||
      /^(?:because|since|as|he|she|they|who|hes|shes)$/.test(plain),
  );
  return (
    from > 0 &&
    past.test(
      lead
        .slice(from)
        .map(({ plain }) => plain)
        .join(' '),
    )
  );
}

/** "he is away until March", in front of the step. */
export function endBefore(reading: Reading): string | undefined {
  const said = reading.before?.text;
  const found =
    said &&
    absence.test(said) &&
    !past.test(said.replace(/\b(?:won['’]?t|will not) be\b/gi, ' ')) &&
    /\b(until|till|til|through|thru|for)\s+(.+)$/i.exec(
      said.replace(/[.,;!\s]+$/, ''),
    );
  if (!found) return undefined;
  const now = wallClock(reading.context);
  return found[1].toLowerCase() === 'for'
    ? durationAt(found[2], now)?.day
    : (dayAt(found[2], now) ?? durationAt(found[2], now))?.day;
}
