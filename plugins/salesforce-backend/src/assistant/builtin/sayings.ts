/** Ways of speaking, and the plain words for them; never longer than they are. */
const sayings: Array<{ words: RegExp; plainly: string }> = [
  {
    words: /\b(?:lift|end|undo|remove) the freeze (?:on|of|from|for)\b/gi,
    plainly: 'unfreeze',
  },
  {
    words: /\b(?:lift|end) (?:his|her|their) freeze\b/gi,
    plainly: 'unfreeze her',
  },
  // wishes for the day, and thanks
  {
    words:
      /\b(?:i )?hope (?:you|this|all|everything|your)\b[^.!?,;\n]{0,40}?\b(?:well|fine|good|great|ok|okay|day|week|weekend)\b[.!?,;]*/gi,
    plainly: '',
  },
  {
    words:
      /\b(?:thanks|thank you|thx|cheers|ty)(?: (?:a million|a bunch|a ton|a lot|so much|very much|in advance|again|loads))+[.! ]*$/gi,
    plainly: '',
  },
  {
    words:
      /\bhave a (?:nice|great|good|lovely) (?:day|one|weekend|week|evening)[.! ]*$/gi,
    plainly: '',
  },
  // "her number is …, please update": the fact says what to
  {
    words:
      /(?<=\b(?:is|are|changed)\b[^.!?]*)[,.;]?\s*(?:and )?\b(?:please|pls|plz|kindly|can you|could you)(?: please)? (?:update|change|fix|correct|adjust)(?: (?:it|that|this|accordingly|in salesforce))*[.! ]*$/gi,
    plainly: '',
  },
];

/** The text in plain words; every other word stays where it is. */
export function withoutSayings(text: string): string {
  return sayings.reduce(
    (said, { words, plainly }) =>
      said.replace(words, found => plainly.padEnd(found.length)),
    text,
  );
}
