import type { FakeBackend } from './FakeBackend';
import { sampleBackend } from './sampleBackend';
import { withApprovalSamples } from './withApprovalSamples';

/** The backend of the development app: every screen has something to show. */
export function developmentBackend(): FakeBackend {
  return withApprovalSamples(sampleBackend());
}
