import type { InventorySource } from './BudgetedReader';

/** The fields that stand for system permissions, asked for once. */
export class PermissionFields {
  readonly #reader: InventorySource;
  #fields: Promise<string[]> | undefined;

  constructor(options: { reader: InventorySource }) {
    this.#reader = options.reader;
  }

  /** Muting permission sets have those of permission sets. */
  async of(object: string): Promise<string[]> {
    this.#fields ??= this.#reader
      .describe('PermissionSet')
      .then(({ fields }) =>
        fields
          .filter(
            ({ name, type }) =>
              type === 'boolean' && name.startsWith('Permissions'),
          )
          .map(({ name }) => name),
      );
    const fields = await this.#fields;
    if (fields.length === 0) {
      throw new Error(`No system permission of '${object}' is visible`);
    }
    return fields;
  }
}
