/** A call that is let in, asks one statement and finds nothing. */
export const callThatFindsNothing = '/requests?q=nothingiscalledthis&limit=1';
