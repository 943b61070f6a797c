import type { components } from '../generated/openapi.generated';

type Schemas = components['schemas'];

/** @public */
export type Delegation = Schemas['Delegation'];
/** @public */
export type DelegationList = Schemas['DelegationList'];
/** @public */
export type CreateDelegationBody = Schemas['CreateDelegationBody'];
/** @public */
export type AmendBody = Schemas['AmendBody'];
/** @public */
export type NarrowBody = Schemas['NarrowBody'];
/** @public */
export type AfterReviewBody = Schemas['AfterReviewBody'];
/** @public */
export type AfterReview = Schemas['AfterReview'];
/** @public */
export type Nudges = Schemas['Nudges'];
/** @public */
export type PolicyReplay = Schemas['PolicyReplay'];
/** @public */
export type PolicyDifference = Schemas['PolicyDifference'];
/** @public */
export type ReplayedDecision = Schemas['ReplayedDecision'];
/** @public */
export type ReplayPolicyBody = Schemas['ReplayPolicyBody'];
