/** Says in one place and one way why a command could not do its work. */
export function failWith(message) {
  console.error(`\nsalesdesk: ${message}`);
  process.exitCode = 1;
}
