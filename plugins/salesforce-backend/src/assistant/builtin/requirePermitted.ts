import { insteadOf } from '../DraftChecks';
import { Refused, type Reading } from './Reading';

/** Says at once what a person's role does not include, whoever it would be about. */
export function requirePermitted(reading: Reading, actionId: string): void {
  const { context } = reading;
  const action = context.actions.find(({ id }) => id === actionId);
  if (action?.permitted === 'no') {
    throw new Refused(
      `Your role does not include “${action.title}”.`,
      insteadOf(context),
    );
  }
}
