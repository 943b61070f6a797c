/** A word of a schema for people: `companyName` and `company_name` as "Company name". */
export function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLocaleLowerCase('en-US')
    .trim();
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}
