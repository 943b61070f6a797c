import { checks } from './checks.mjs';
import { installStep } from './install.mjs';
import { journeysStep } from './journeys.mjs';
import { replicasStep } from './replicas.mjs';
import { soakStep } from './soak.mjs';
import { unitStep } from './unit.mjs';

/**
 * What `npm test` does, in this order. Each step's `run({ log, artifacts, args })`
 * answers how many tests passed and failed, and says in `problems` what went
 * wrong, for a person to read. A step that is `beside` runs beside those before
 * it, one that names another in `after` follows that one, beside the rest.
 */
export const steps = [
  ...checks,
  unitStep,
  soakStep,
  installStep,
  replicasStep,
  journeysStep,
];
