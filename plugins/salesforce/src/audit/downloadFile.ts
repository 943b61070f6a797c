/** Hands a file to the browser, which saves it under the given name. */
export function downloadFile(options: { name: string; content: Blob }): void {
  const address = URL.createObjectURL(options.content);
  const link = document.createElement('a');
  link.href = address;
  link.download = options.name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // The browser has taken hold of the content by the next turn of the loop.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
