import type { ProgramTransport, RemoteTransport } from './mcp-server';

const PLAIN = /^[\w@%+=:,./-]+$/;

/** Where a server is, or the exact command that starts it, as one would write it in a shell. */
export function transportWords(transport: RemoteTransport<unknown> | ProgramTransport<unknown>): string {
  if (transport.type !== 'stdio') return transport.url;
  return [transport.command, ...(transport.args ?? [])]
    .map((word) => (PLAIN.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}
