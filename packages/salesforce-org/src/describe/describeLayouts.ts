import { normalizeId } from '../core/ids';
import { isJsonObject } from '../http/RequestBody';

type Description = Record<string, unknown>;

const SYSTEM_FIELDS = [
  'Id',
  'IsDeleted',
  'MasterRecordId',
  'SystemModstamp',
  'LastViewedDate',
  'LastReferencedDate',
  'LastActivityDate',
];

/**
 * The pages of an object, made from its describe: one page for all record
 * types, with the fields that the caller may see in two columns.
 */
export function describeLayouts(description: Description): Description {
  const layout = describeLayout(description);
  return {
    layouts: [layout],
    recordTypeMappings: listOf(description.recordTypeInfos).map(info => ({
      ...info,
      layoutId: layout.id,
      picklistsForRecordType: fieldsOf(description)
        .filter(({ type }) => type === 'picklist' || type === 'multipicklist')
        .map(({ name, picklistValues }) => ({
          picklistName: name,
          picklistValues,
        })),
    })),
    recordTypeSelectorRequired: [false],
  };
}

/** One page of an object. */
export function describeLayout(description: Description): Description {
  const id = layoutIdOf(description);
  const fields = fieldsOf(description).filter(
    ({ name, compoundFieldName, type }) =>
      !SYSTEM_FIELDS.includes(String(name)) &&
      (compoundFieldName === null || compoundFieldName === name) &&
      type !== 'id',
  );
  const section = sectionOf(description, id, fields);
  return {
    buttonLayoutSection: { detailButtons: [] },
    detailLayoutSections: [section],
    editLayoutSections: [
      sectionOf(
        description,
        id,
        fields.filter(
          ({ createable, updateable }) =>
            createable === true || updateable === true,
        ),
      ),
    ],
    feedView: null,
    highlightsPanelLayoutSection: null,
    id,
    multirowEditLayoutSections: [],
    offlineLinks: [],
    quickActionList: { quickActionListItems: [] },
    relatedContent: null,
    relatedLists: [],
    saveOptions: [],
  };
}

/** What a record shows when there is little room: its name. */
export function describeCompactLayouts(description: Description): Description {
  const name = fieldsOf(description).find(
    ({ nameField }) => nameField === true,
  );
  const layout = {
    actions: [],
    fieldItems: name ? [itemOf(name, 1)] : [],
    id: null,
    imageItems: [],
    label: 'System Default',
    name: 'SYSTEM',
    objectType: description.name,
  };
  return {
    compactLayouts: [layout],
    defaultCompactLayoutId: null,
    recordTypeCompactLayoutMappings: listOf(description.recordTypeInfos).map(
      ({ available, recordTypeId, name: recordType }) => ({
        available,
        compactLayoutId: null,
        compactLayoutName: layout.name,
        recordTypeId,
        recordTypeName: recordType,
      }),
    ),
    urls: {},
  };
}

function sectionOf(
  description: Description,
  parentLayoutId: string,
  fields: readonly Description[],
): Description {
  const rows = Array.from(
    { length: Math.ceil(fields.length / 2) },
    (_, row) => {
      const pair = fields.slice(row * 2, row * 2 + 2);
      return {
        layoutItems: pair.map((field, column) =>
          itemOf(field, row * 2 + column + 1),
        ),
        numItems: 2,
      };
    },
  );
  return {
    collapsed: false,
    columns: 2,
    heading: `${String(description.label)} Information`,
    layoutRows: rows,
    layoutSectionId: null,
    parentLayoutId,
    rows: rows.length,
    tabOrder: 'LeftToRight',
    useCollapsibleSection: false,
    useHeading: true,
  };
}

function itemOf(field: Description, tabOrder: number): Description {
  const { name, label, createable, updateable, nillable } = field;
  return {
    editableForNew: createable,
    editableForUpdate: updateable,
    label,
    layoutComponents: [
      { details: field, displayLines: 1, tabOrder, type: 'Field', value: name },
    ],
    placeholder: false,
    required: createable === true && nillable === false,
  };
}

function layoutIdOf({ keyPrefix }: Description): string {
  const id = `00h5g0000000${String(keyPrefix ?? '000')}`;
  return normalizeId(id) ?? id;
}

function fieldsOf(description: Description): Description[] {
  return listOf(description.fields);
}

function listOf(value: unknown): Description[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
