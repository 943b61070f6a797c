import type { components } from '../generated/openapi.generated';

type Schemas = components['schemas'];

/** @public */
export type LicensePool = Schemas['LicensePool'];
/** @public */
export type SeatHolder = Schemas['SeatHolder'];
/** @public */
export type RequestSeats = Schemas['RequestSeats'];
