import { InMemoryTransport } from '@modelcontextprotocol/client';
import { createExampleServer } from '@/examples/mcp-server/create-example-server';
import type { OpenTransport, TransportOpener } from '../connect/open-transport';
import { EXAMPLE } from './example-access';

/** Opens the server that comes with the application inside of this process, and every other one as `open` does. */
export function withExample(open: TransportOpener): TransportOpener {
  return (server, onBroken) => (server.id === EXAMPLE.id ? openExample(onBroken) : open(server, onBroken));
}

function openExample(onBroken: (error: Error) => void): OpenTransport {
  const [transport, far] = InMemoryTransport.createLinkedPair();
  createExampleServer().connect(far).catch(onBroken);
  return { transport };
}
