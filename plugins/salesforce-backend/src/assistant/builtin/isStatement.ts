/** Words that make of a sentence more than a statement. */
const open =
  /^(?:if|unless|when|once|should|in case|whether|is|are|has|was|does|what|who|please|until|till|after|before|as soon as)\b/;

const states =
  /\b(?:is|are|was|has|have|got|(?:has|have|is|are|was|did|does)n['’]?t|left|leaves|went|forgot|lost|will be|no longer|cannot|cant|can't|quit|resigned|joined|moved|started|hes|he's|she's|expired|returned|(?:dont|don't|doesnt|doesn't|do not|does not) (?:need|require|use|have|work)|last day|new hire|(?:back|away|out|off|gone) (?:from|on|until|for|of|again)|back|fired|dismissed|retired|let (?:\w+ ){1,3}go|(?:must|should|may) (?:not|no longer) be able|(?:may|can) (?:log|sign) in)\b/;

/**
 * "Marco is on leave", before what should be done about it: it says why, and
 * whom it is about.
 */
export function isStatement(plain: string): boolean {
  return !open.test(plain) && states.test(plain);
}

/** "should be …", "slips to …": it says what is to be, and asks nothing. */
export function isWish(plain: string): boolean {
  return /\b(?:should|shall|must|ought|becomes?|(?:is|are|has|have) to|(?:slips?|slipped|slides?|moves?|moved|postponed|delayed|raise|lower) (?:\w+ ){0,6}to|no longer|lift|frozen (?:for|until|till|through|from))\b/.test(
    plain,
  );
}

/** "For the audit", before what should be done: it says what for. */
export function isPurpose(plain: string): boolean {
  return /^(?:for (?:the|our|my|his|her|their|this|a|an)|due to|because of|as part of|in preparation (?:for|of)|given)\b/.test(
    plain,
  );
}

/** "He's travelling.", behind what should be done: it says why. */
export function isReason(plain: string): boolean {
  return (
    /^(?:he|she|they|it|this|that|i|we|because|reason|the reason|hes|shes|theyre|he's|she's|they're|it's|i'm|im|we're)\b/.test(
      plain,
    ) &&
    !/\b(?:should|must|needs?|please|also|too|not|don't|dont|but|instead|rather|except|only)\b/.test(
      plain,
    )
  );
}

/** "List name, email, and last login": what a list before it should show. */
export function namesColumns(plain: string): boolean {
  return /^(?:(?:and|please|also) )*(?:list|show|include|give|with|display|add|what|whats|what's)\b(?: (?:is|are|me|us|their|the|and|name|names|e|mail|email|emails|address|addresses|last|login|logins|username|usernames|profile|profiles|role|roles|owner|manager|title|licen[cs]e|licen[cs]es|status|billing|as|well|too|for|each|of|them|date|time))+$/.test(
    plain,
  );
}
