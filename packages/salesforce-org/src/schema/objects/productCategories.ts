import {
  auditFields,
  checkbox,
  createOnly,
  deletedField,
  integer,
  readOnly,
  reference,
  required,
  text,
  textArea,
  viewedFields,
} from '../fields';
import type { ObjectSpecification } from '../specification';

const productCategory: ObjectSpecification = {
  name: 'ProductCategory',
  labelPlural: 'Product Categories',
  keyPrefix: '0ZG',
  sharingModel: 'public_read_write',
  without: ['feed'],
  fields: [
    deletedField(),
    text('Name', 255, { ...required, nameField: true }),
    ...auditFields(),
    reference('ParentCategoryId', 'ProductCategory', {
      childRelationshipName: 'ChildCategories',
      onParentDelete: 'restrict',
    }),
    textArea('Description', 32000),
    checkbox('IsNavigational', { label: 'Show in Menu' }),
    integer('SortOrder', 9),
    integer('NumberOfProducts', 9, readOnly),
    ...viewedFields(),
  ],
};

const productCategoryProduct: ObjectSpecification = {
  name: 'ProductCategoryProduct',
  labelPlural: 'Product Category Products',
  keyPrefix: '0ZW',
  sharingModel: 'public_read_write',
  without: ['search', 'feed', 'recent', 'update'],
  fields: [
    deletedField(),
    text('Name', 30, { autoNumberFormat: '{00000000}', nameField: true }),
    ...auditFields(),
    reference('ProductCategoryId', 'ProductCategory', {
      ...required,
      ...createOnly,
      childRelationshipName: 'ProductCategoryProducts',
      onParentDelete: 'cascade',
    }),
    reference('ProductId', 'Product2', {
      ...required,
      ...createOnly,
      childRelationshipName: 'ProductCategoryProducts',
      onParentDelete: 'cascade',
    }),
    checkbox('IsPrimaryCategory', createOnly),
  ],
};

export const productCategoryObjects: readonly ObjectSpecification[] = [
  productCategory,
  productCategoryProduct,
];
