/** The limit for the HTTP benchmark: a bare node:http relay from the model server (argv[2] = its origin) to the reader. Prints its origin. */
import { createServer, request as send } from 'node:http';

const model = process.argv[2] ?? '';
const headers = { 'content-type': 'application/json' };

const server = createServer((incoming, outgoing) => {
  const onward = send(`${model}${incoming.url}`, { method: 'POST', headers }, (reply) => {
    outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
    reply.on('data', (chunk) => outgoing.write(chunk));
    reply.on('end', () => outgoing.end());
  });
  incoming.pipe(onward);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.stdout.write(`Relay at http://127.0.0.1:${port}\n`);
});
