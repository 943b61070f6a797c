import { z } from 'zod';

const apiName = z
  .string()
  .max(80)
  .regex(/^[A-Za-z]\w*$/, 'must be an API name: letters, digits, underscores');

const fieldType = z.enum([
  'id',
  'string',
  'textarea',
  'boolean',
  'int',
  'long',
  'double',
  'currency',
  'percent',
  'date',
  'datetime',
  'time',
  'picklist',
  'multipicklist',
  'combobox',
  'reference',
  'email',
  'phone',
  'url',
  'address',
  'location',
  'base64',
  'encryptedstring',
  'anyType',
  'complexvalue',
]);

const picklistValue = z.union([
  z.string(),
  z
    .object({
      value: z.string(),
      label: z.string().optional(),
      active: z.boolean().optional(),
      default: z.boolean().optional(),
    })
    .strict(),
]);

/**
 * A field as a person writes it down. What is left out follows from the type
 * as it does in Salesforce; see `resolveField`.
 */
export const fieldSpecificationSchema = z
  .object({
    name: apiName,
    label: z.string().optional(),
    type: fieldType,
    length: z.number().int().min(0).max(131072).optional(),
    precision: z.number().int().min(0).max(18).optional(),
    scale: z.number().int().min(0).max(17).optional(),
    digits: z.number().int().min(0).max(18).optional(),
    /** Not nillable. */
    required: z.boolean().optional(),
    defaultValue: z.union([z.string(), z.number(), z.boolean()]).optional(),
    /** A value appears by itself when none is given on create. */
    defaultedOnCreate: z.boolean().optional(),
    createable: z.boolean().optional(),
    updateable: z.boolean().optional(),
    /** Neither createable nor updateable. */
    readOnly: z.boolean().optional(),
    filterable: z.boolean().optional(),
    sortable: z.boolean().optional(),
    groupable: z.boolean().optional(),
    aggregatable: z.boolean().optional(),
    unique: z.boolean().optional(),
    caseSensitive: z.boolean().optional(),
    externalId: z.boolean().optional(),
    idLookup: z.boolean().optional(),
    autoNumberFormat: z
      .string()
      .regex(/\{0+\}/, 'must hold a number such as {0000}')
      .optional(),
    calculated: z.boolean().optional(),
    nameField: z.boolean().optional(),
    encrypted: z.boolean().optional(),
    htmlFormatted: z.boolean().optional(),
    permissionable: z.boolean().optional(),
    extraTypeInfo: z.string().optional(),
    compoundFieldName: apiName.optional(),
    components: z.array(apiName).optional(),
    referenceTo: z.union([apiName, z.array(apiName).min(1)]).optional(),
    /** Objects whose ids are accepted though describe does not name them. */
    acceptsIdsOf: z.array(apiName).optional(),
    relationshipName: apiName.nullable().optional(),
    childRelationshipName: apiName.nullable().optional(),
    onParentDelete: z.enum(['clear', 'cascade', 'restrict']).optional(),
    masterDetail: z.boolean().optional(),
    picklistValues: z.array(picklistValue).optional(),
    restrictedPicklist: z.boolean().optional(),
    controllerName: apiName.optional(),
    inlineHelpText: z.string().optional(),
    minimumApiVersion: z.number().optional(),
  })
  .strict()
  .refine(
    field => field.type !== 'reference' || field.referenceTo !== undefined,
    { message: 'a reference needs referenceTo', path: ['referenceTo'] },
  );

const permissionNames = z.array(z.string()).min(1);

/**
 * An object as a person writes it down. Names an object that exists already:
 * then its fields are added to it. Custom objects (`__c`) get Id, Name, owner
 * and the system fields by themselves.
 */
export const objectSpecificationSchema = z
  .object({
    name: apiName,
    label: z.string().optional(),
    labelPlural: z.string().optional(),
    keyPrefix: z
      .string()
      .regex(/^[0-9A-Za-z]{3}$/, 'must be three letters or digits')
      .optional(),
    customSetting: z.boolean().optional(),
    setup: z.boolean().optional(),
    permissionable: z.boolean().optional(),
    sharingModel: z
      .enum([
        'public_read_write',
        'public_read',
        'private',
        'controlled_by_parent',
        'not_shared',
      ])
      .optional(),
    sharingParentField: apiName.optional(),
    /** What nobody may do with it; everything else is allowed. */
    without: z
      .array(
        z.enum([
          'create',
          'update',
          'delete',
          'undelete',
          'query',
          'retrieve',
          'search',
          'layout',
          'feed',
          'merge',
          'triggers',
          'replication',
          'recent',
        ]),
      )
      .optional(),
    systemPermissions: z
      .object({
        read: permissionNames.optional(),
        create: permissionNames.optional(),
        edit: permissionNames.optional(),
        delete: permissionNames.optional(),
      })
      .strict()
      .optional(),
    api: z.enum(['data', 'tooling', 'both']).optional(),
    virtual: z.boolean().optional(),
    associateEntityType: z.string().optional(),
    associateParentEntity: z.string().optional(),
    fields: z.array(fieldSpecificationSchema).default([]),
  })
  .strict();

/** The whole of a schema file: `{ "objects": [...] }`. */
export const schemaSpecificationSchema = z
  .object({ objects: z.array(objectSpecificationSchema) })
  .strict();

export type FieldSpecification = z.input<typeof fieldSpecificationSchema>;
export type ObjectSpecification = z.input<typeof objectSpecificationSchema>;
export type SchemaSpecification = z.input<typeof schemaSpecificationSchema>;
