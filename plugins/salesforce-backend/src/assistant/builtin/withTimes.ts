import type { Token } from './tokens';

const timeWords =
  /^(?:until|till|through|for|from|starting|on|by|in|at|the|end|of|next|this|coming|a|an|couple|two|three|four|five|six|seven|eight|nine|ten|twelve|today|tomorrow|tonight|now|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|days?|weeks?|months?|quarters?|years?|fortnight|\d{1,4}(?:st|nd|rd|th)?)$/;

/** "Until Friday, give …": a time that stands for itself belongs to what follows. */
export function withTimes(clauses: Token[][]): Token[][] {
  return clauses.reduceRight<Token[][]>((rest, clause) => {
    const [next, ...others] = rest;
    const isTime =
      next &&
      /^(?:until|till|through|for|from|starting|on|by|in|next|tomorrow|today|this)$/.test(
        clause[0].plain,
      ) &&
      clause.every(
        ({ plain, kind }) => kind === 'word' && timeWords.test(plain),
      );
    return isTime ? [[...clause, ...next], ...others] : [clause, ...rest];
  }, []);
}
