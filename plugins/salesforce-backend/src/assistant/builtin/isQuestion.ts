import type { Reading } from './Reading';

const polite =
  /^(?:(?:hey|hi|hello|please|pls|kindly|ok|okay|so|and|also|now|well|there|quick question|can you|could you|would you|will you|can u|i want to|i would like to|i'd like to|i need to|we need to|let me|help me|you)\s+)+/;

const begins =
  /^(?:what|whats|what's|which|who|whos|who's|whom|whose|when|where|wheres|where's|why|how|show|list|find|display|describe|count|search|look up|tell me|run (?:a |the |this )?(?:soql|query)|select|fetch|view|see|read|share|pull up|bring up|report|any|are there|is there|is|are|am i|does|do i|do we|do any|did|was|were|has|have (?:i|we|any)|number of|top \d+|biggest|largest|newest|latest|oldest|smallest|highest|lowest|average|max|maximum|min|minimum|mean|custom fields|users (?:in|on|of|from|having|assigned|that|without|whose)|top ten|top five|my (?!password|passcode|pw\b|pwd|login|colleague|teammate|boss|team|user|sessions|tokens)\w+|my (?:top|open|accounts|opportunities|leads|cases|tasks|permission|profile|role|requests?|last|contacts|events)|all (?:users|accounts|opportunities|leads|contacts|cases)|inactive users|the (?:\d+|top|biggest|largest)|people who|its (?:[\p{L}]+ ){0,3}?(?:opportunities|contacts|cases|deals|tasks|events|assets|leads|orders|contracts|subscriptions|campaigns)$|(?:owners?|reps|sales reps|agents|customers|companies|industries|countries) (?:with|that|who|having|owning)|users who|users with|give me (?:a |the )?(?:list|link|url|overview|report|number|count|names|top)|get me (?:a |the )?(?:list|link|url|top)|get (?:account|contact|opportunity|lead|case|the account|the list|all|a list|my|details|info)|open (?:the )?(?:account|contact|opportunity|lead|case|record|this)|link to|(?:i )?need (?:a |the )?(?:list|link|report)|i want (?:a )?(?:list|report)|check (?:if|whether|who|which|what|when)|status of|compare|can (?:\w+ ){1,3}(?:delete|edit|read|see|create|view|modify|update)|send me (?:a |the )?(?:list|link to|report)|breakdown|history|(?:(?:all|open|closed|won|lost|total|overdue|new|hot|warm|cold|active|high priority|recent|latest|the|every|sum of|amount of|amount|unconverted) )*(?:opportunities|accounts|contacts|leads|cases|tasks|events|assets|campaigns|deals|opps|picklist|fields|licen[cs]es)|total)\b/u;

/** Whether a step asks for an answer rather than for something to be done. */
export function isQuestion(reading: Reading): boolean {
  const plain = reading.plain.replace(polite, '');
  if (/^(?:send me|get me|give me) .*\b(?:reset|password)\b/.test(plain))
    return false;
  // "my new mobile number is …": what it should be
  if (
    !reading.isAsked &&
    /^my (?:new )?(?:mobile|cell|phone|number|e ?mail|surname|last name|first name|title|job title|department)\b.* (?:is|has changed to|should be)\b/.test(
      plain,
    )
  )
    return false;
  if (/^open (?:a |an )?new\b/.test(plain)) return false;
  if (/\bwho(?:'s|s)? (?:can|may|is able)\b/.test(plain)) return true;
  return begins.test(plain);
}
