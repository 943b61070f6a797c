const literal = /'(?:[^'\\]|\\.)*'/g;
const innermost = /\([^()]*\)/g;

/** `Account-2026-11-28.csv`, by the object that a query reads from. Pure. */
export function exportFileName(query: string, at: Date): string {
  let outside = query.replace(literal, '');
  for (let before = ''; before !== outside; ) {
    before = outside;
    outside = outside.replace(innermost, '');
  }
  const [, object = 'salesforce'] = /\bfrom\s+(\w+)/i.exec(outside) ?? [];
  return `${object}-${at.toISOString().slice(0, 10)}.csv`;
}
