import type { InterpreterContext } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Memory } from '../Memory';
import type { Proposal } from '../Proposal';
import { Unclear, type Reading } from '../Reading';
import { clauseText, recordHere, settle } from './clauseText';
import { demandAllUsed } from './unsaid';

/** Converts a lead, into what exists or into what is new. */
export function convertCommand(
  reading: Reading,
  memory: Memory,
  context: InterpreterContext,
): Proposal {
  let rest = clauseText(reading);
  const input: Record<string, unknown> = {};
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(rest);
    if (!found) return undefined;
    rest = `${rest.slice(0, found.index)} ${rest.slice(
      found.index + found[0].length,
    )}`;
    return found;
  };
  const none = take(
    /\b(?:but\s+)?(?:without(?:\s+(?:creating|making))?|(?:and\s+)?(?:do\s*n[o']?t|do not|don't)\s+create|with no|no)\s+(?:an?\s+|any\s+|a new\s+|new\s+)?(?:opportunity|opp|deal)\b/i,
  );
  if (none) input.withoutOpportunity = true;
  const name =
    take(
      /(?:\band\s+)?(?:\b(?:name|call)\s+)?(?:\bthe\s+)?(?:\bnew\s+)?\b(?:opportunity|opp|deal)\s*(?:name\s*)?(?:is\s+|should be\s+|as\s+|to\s+|named\s+|called\s+|:\s*)?"([^"]+)"/i,
    )?.[1] ??
    take(
      /(?:\band\s+)?\b(?:name|call)\s+(?:the\s+)?(?:new\s+)?(?:opportunity|opp|deal)\s+(?:as\s+)?([^",]+?)\s*(?=,|$)/i,
    )?.[1];
  if (name) input.opportunity = name;
  const matches = take(
    /(?:\band\s+)?\b(?:use|using|attach(?: it)? to|merge (?:it )?(?:in)?to|with)\s+(?:the|an?)\s+existing\s+account\b(?:\s*,?\s*(?:if|when|where)\b[^,.]*(?:match|exist|there)\w*(?:\s+(?:one|the company|by name))?)?(?:\s*,?\s*(?:otherwise|or|else)\s+(?:create|make)\s+(?:it|one|a new one|a new account))?/i,
  );
  if (matches) input.matchAccount = true;
  const account = matches
    ? undefined
    : take(
        /(?:\band\s+)?\b(?:use|using|into|to|under|attach(?: it)? to|with)\s+(?:the\s+)?(?:existing\s+)?account\s+(?!and\b)"?([^",]+?)"?\s*(?=,|\band\b|\bwithout\b|$)/i,
      )?.[1] ??
      take(
        /(?:\band\s+)?\b(?:use|using|into|under)\s+(?!an?\b|new\b|one\b)(?:the\s+)?(?:existing\s+)?"?(?!new\b)([^",]+?)"?\s+account\b/i,
      )?.[1];
  if (account) input.account = account;
  const owner = take(
    /(?:\band\s+)?\b(?:owned by|assign(?:ed)?(?:\s+(?:it|them))?\s+to|owner)\s+(\S+@\S+|\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)*)/iu,
  )?.[1];
  if (owner) input.owner = owner;
  const id = take(/\b00Q[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?\b/)?.[0];
  const lead =
    id ??
    take(/"([^"]+)"/)?.[1] ??
    take(/\b\S+@\S+\.\w+\b/)?.[0] ??
    leadName(take);
  const here = recordHere(context, memory.record);
  const spoken = lead ?? (here?.object === 'Lead' ? here.id : undefined);
  if (!spoken) {
    throw new Unclear('Which lead? Give its name or id.', undefined, [], '{}');
  }
  demandAllUsed(
    rest.replace(
      /\b(?:convert|lead|leads|into|account|contact|an?|and|create|make|opportunity)\b/gi,
      ' ',
    ),
  );
  settle(reading);
  return {
    people: [],
    drafts: [
      { action: 'salesforce_convert_lead', input: { lead: spoken, ...input } },
    ],
  };
}

function leadName(
  take: (pattern: RegExp) => RegExpExecArray | undefined,
): string | undefined {
  const found =
    take(
      /\bconvert\s+(?:the\s+)?lead\s+(?:of\s+|for\s+|named\s+|called\s+)?(?!this\b|it\b|into\b|to\b)([\p{L}][^",]*?)\s*(?=,|\band\b|\binto\b|\bto\b|\bfrom\b|\bat\b|$)/iu,
    ) ??
    take(
      /\bconvert\s+(?:the\s+)?(?!this\b|that\b|the\b|it\b|lead\b|my\b)([\p{L}][^",]*?)(?:'s)?\s+lead\b/iu,
    ) ??
    take(
      /\blead\s+(?:of\s+|for\s+|named\s+)(\p{Lu}[^",]*?)\s*(?=,|\band\b|\binto\b|$)/u,
    );
  return found?.[1].trim();
}
