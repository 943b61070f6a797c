const pollMilliseconds = 40;

/**
 * One request from submit over its review to the end of its run. Answers the
 * milliseconds until the end that the backend recorded: how often somebody looks
 * whether it is there already is not part of it.
 */
export async function runLifecycle({ employee, approver, title }) {
  const start = Date.now();
  const request = await employee.call('POST', '/requests', {
    action: 'salesforce_update_user',
    input: { users: ['me'], title },
    reason: 'Bench',
  });
  if (request.state === 'awaiting_approval') {
    await approver.call('POST', `/requests/${request.id}/reviews`, {
      decision: 'approve',
      planDigest: request.planDigest,
    });
  }
  const { finishedAt } = await employee.untilState(request.id, ['succeeded'], {
    pollMilliseconds,
  });
  return Date.parse(finishedAt) - start;
}
