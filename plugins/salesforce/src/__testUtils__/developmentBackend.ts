import type { FakeBackend } from './FakeBackend';
import { sampleBackend } from './sampleBackend';
import { withApprovalSamples } from './withApprovalSamples';
import { withAuditSamples } from './withAuditSamples';
import { withDataSamples } from './withDataSamples';
import { withOrgSamples } from './withOrgSamples';
import { withPolicySamples } from './withPolicySamples';
import { withRequestSamples } from './withRequestSamples';

/** The backend of the development app: every screen has something to show. */
export function developmentBackend(): FakeBackend {
  return [
    withApprovalSamples,
    withRequestSamples,
    withAuditSamples,
    withDataSamples,
    withOrgSamples,
    withPolicySamples,
  ].reduce((backend, withSamples) => withSamples(backend), sampleBackend());
}
