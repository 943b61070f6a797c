// Below the bound values that one statement may have: 32,766 on SQLite with up
// to twenty columns a row.
const mostRowsPerStatement = 500;

/** Runs a statement for a few hundred rows at a time, in order. */
export async function inBatches<TRow>(
  rows: readonly TRow[],
  statement: (batch: TRow[]) => PromiseLike<unknown>,
  rowsPerStatement = mostRowsPerStatement,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await statement(rows.slice(start, start + rowsPerStatement));
  }
}
