import type { components } from '../generated/openapi.generated';

type Schemas = components['schemas'];

/** @public */
export type CatalogOrg = Schemas['CatalogOrg'];
/** @public */
export type CatalogFact = Schemas['CatalogFact'];
/** @public */
export type CatalogFactPage = Schemas['CatalogFactPage'];
