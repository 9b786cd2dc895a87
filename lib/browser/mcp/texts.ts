import { plural } from '@/lib/browser/ui/format';

/** How an MCP server stands, and what to do about it. */
export const texts = {
  waiting: 'Waiting for you',
  approve: (tools: number) =>
    `Read and approve ${plural(tools, 'tool')}; until then agents do not get ${tools === 1 ? 'it' : 'them'}.`,
  ready: 'Ready',
  connecting: 'Connecting…',
  needsAuthorization: 'Asks you to sign in',
  signIn: 'Sign in to it, or enter its token under its headers.',
  unavailable: 'Unavailable',
  checkAddress: 'Check that it is running and that its address is right, then test it again.',
  off: 'Off',
  unchecked: 'Not tested',
  testIt: 'Test it to see its tools.',
};
