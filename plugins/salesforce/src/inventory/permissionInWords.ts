/** "ModifyAllData" as people read it: "Modify all data". */
export function permissionInWords(permission: string): string {
  const words = permission
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .split(' ')
    .map((word, index) =>
      index === 0 || /^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase(),
    );
  return words.join(' ');
}
