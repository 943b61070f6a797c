/** What stands in a record at a path such as `Account.Owner.Name`. */
export function valueAtPath(
  record: Record<string, unknown>,
  path: string,
): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null
          ? Reflect.get(value, part)
          : undefined,
      record,
    );
}
