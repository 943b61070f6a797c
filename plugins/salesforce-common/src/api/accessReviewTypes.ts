import type { components } from '../generated/openapi.generated';

type Schemas = components['schemas'];

/** @public */
export type AccessReviewBody = Schemas['AccessReviewBody'];
/** @public */
export type AccessReview = Schemas['AccessReview'];
/** @public */
export type AccessReviewList = Schemas['AccessReviewList'];
/** @public */
export type AccessReviewItem = Schemas['AccessReviewItem'];
/** @public */
export type AccessReviewItemPage = Schemas['AccessReviewItemPage'];
/** @public */
export type AccessReviewDecisions = Schemas['AccessReviewDecisions'];
/** @public */
export type AccessReviewReassignment = Schemas['AccessReviewReassignment'];
/** @public */
export type CloseAccessReviewBody = Schemas['CloseAccessReviewBody'];
/** @public */
export type AccessDecision = Schemas['AccessDecision'];
