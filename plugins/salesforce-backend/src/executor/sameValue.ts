const id = /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/;
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/**
 * True when a value that was read is the value that was meant. Salesforce
 * answers ids with 18 characters, moments with `+0000`, and empties text to
 * null. Pure.
 */
export function sameValue(found: unknown, wanted: unknown): boolean {
  if (isEmpty(found) || isEmpty(wanted))
    return isEmpty(found) && isEmpty(wanted);
  if (typeof found === 'string' && typeof wanted === 'string') {
    if (found === wanted) return true;
    if (id.test(found) && id.test(wanted)) {
      return found.slice(0, 15) === wanted.slice(0, 15);
    }
    if (dateTime.test(found) && dateTime.test(wanted)) {
      return Date.parse(found) === Date.parse(wanted);
    }
    // Salesforce trims text and stores usernames and addresses in lower case.
    return (
      found.trim() === wanted.trim() ||
      (wanted.includes('@') && found.toLowerCase() === wanted.toLowerCase())
    );
  }
  return found === wanted;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
