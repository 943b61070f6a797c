/** Approves a request where it waits for that, and waits until it is done. */
export async function finishRequest({ as, admin, request, changes }) {
  if (request.state === 'awaiting_approval') {
    const approver = await as('tom.becker');
    await approver.call('POST', `/requests/${request.id}/reviews`, {
      decision: 'approve',
      planDigest: request.planDigest,
    });
  }
  const done = await admin.untilState(request.id, [
    'succeeded',
    'partly_failed',
    'failed',
    'needs_admin',
    'stale',
  ]);
  const isWhole = changes === undefined || done.changeCount === changes;
  if (done.state !== 'succeeded' || !isWhole) {
    throw new Error(
      `The request ended as ${done.state} with ${
        done.changeCount
      } changes: ${JSON.stringify(done.blockers)}`,
    );
  }
  return done;
}
