const factors: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};

/** By what a number is multiplied for the word behind it: "k", "million". */
export function factorOf(unit: string | undefined): number {
  return unit ? factors[unit.toLowerCase()] : 1;
}

/** "$100k", "1.5 million", "100,000", "12 %"; undefined for what is no number. */
export function saidNumber(text: string): number | undefined {
  const found =
    /^(-)?\s*(?:[$€£]|usd|eur|gbp)?\s*(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|-?\.\d+)\s*(k|thousand|m|mn|mio|million|b|bn|billion)?\s*(?:%|percent|[$€£]|usd|eur|gbp|dollars|euros|pounds)?$/i.exec(
      text.trim(),
    );
  if (!found) return undefined;
  const [, minus, digits, unit] = found;
  const number = Number(digits.replace(/,/g, '')) * factorOf(unit);
  // 1.1 thousand is 1100, whatever binary fractions make of it
  const exact = Number(number.toPrecision(15));
  return minus ? -exact : exact;
}
