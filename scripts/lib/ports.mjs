import { connect, createServer } from 'node:net';

/** A port of this machine that nobody uses at the moment. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}

/** @throws when somebody answers on the port, naming the flag that changes it */
export async function requireFreePort({ port, what, flag }) {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(host => somebodyAnswers({ port, host })),
  );
  if (answers.includes(true)) {
    throw new Error(
      `Port ${port}, wanted for ${what}, is taken by another program: end it, or choose another port with ${flag}`,
    );
  }
}

function somebodyAnswers({ port, host }) {
  return new Promise(resolve => {
    const socket = connect({ port, host });
    socket.setTimeout(1000);
    for (const [event, answer] of [
      ['connect', true],
      ['timeout', true],
      ['error', false],
    ]) {
      socket.once(event, () => {
        socket.destroy();
        resolve(answer);
      });
    }
  });
}
