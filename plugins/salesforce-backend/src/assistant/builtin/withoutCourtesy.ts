/** Ways to ask politely that have verbs and conditions of their own. */
const courtesies = [
  'would you be so (?:good|kind) as to',
  'would it be (?:possible|ok|okay|alright) for(?= me to)',
  'would it be (?:possible|ok|okay|alright) (?:for (?:you|someone) )?(?:to|if you could)',
  "i(?: was|'m| am|m)? wondering (?:if|whether) (?:you|someone|somebody) (?:could|can|would)",
  '(?:is there )?any chance (?:that )?(?:you|someone|we|i) (?:could|can)',
  '(?:could|can|would) you do me a favou?r and',
  'do me a favou?r and',
  "(?:it would|it'd|that would|would) be (?:really |so )?(?:great|nice|good|awesome|lovely|helpful|cool) if(?: (?:you|someone|we) (?:could|can|would))?",
  "i(?:'d| would) (?:really )?appreciate (?:it )?if you (?:could|can|would)",
  '(?:can|could|may) i ask you to',
  '(?:please )?be so kind (?:as )?(?:to|and)',
  '(?:please )?make sure (?:that |to )?',
  "if (?:you (?:could|can|have time|get a chance|don't mind|do not mind)|(?:it is |it's )?possible)",
];

const courtesy = new RegExp(
  `(^|[.!?\\n,;:]\\s*|\\b(?:hi|hello|hey|please|and|so)\\b[ ,]*)(${courtesies.join(
    '|',
  )})(?=[\\s,])`,
  'gi',
);

/** "see to it that Marco is frozen": what is to be, not what is. */
function broughtAbout(text: string): string {
  return text.replace(
    /\b((?:make (?:very )?sure|see to it|ensure|arrange|take care)(?: that)?)(?=\s)([^.!?\n]*?\s)(is|are|gets)(?=\s)/gi,
    (_whole, lead: string, between: string, verb: string) =>
      ' '.repeat(lead.length) + between + 'be'.padEnd(verb.length),
  );
}

/** The text with blanks for what is only polite; every other word stays where it is. */
export function withoutCourtesy(text: string): string {
  return broughtAbout(text).replace(
    courtesy,
    (_whole, lead: string, words: string) => lead + ' '.repeat(words.length),
  );
}
