import { plural } from '@/lib/browser/ui/format';

/** What the team editor says of MCP servers. */
export const texts = {
  servers: 'MCP servers',
  serversOf: (slot: string) => `MCP servers of agent ${slot}`,
  /** One sentence around a link. */
  none: {
    before: 'There are none yet.',
    link: 'Add one in the settings',
    after: ', and this agent can use its tools.',
  },
  state: (word: string, tools: number) => `${word} · ${plural(tools, 'tool')}`,
  example: 'Comes with the application: it calculates, and counts days and words.',
  unknown: 'There is no such server, or you may not use it.',
  allTools: (excluded: number) => (excluded === 0 ? 'All approved tools' : `All approved tools but ${excluded}`),
  someTools: (count: number) => `${plural(count, 'tool')} chosen`,
  cost: (tokens: string) => `The definitions take about ${tokens} tokens in each request.`,
  states: {
    approved: 'approved',
    new: 'waits for approval',
    changed: 'changed, waits for approval',
    blocked: 'blocked',
  },
  policies: { allow: 'runs by itself', ask: 'asks you', deny: 'never runs' },
  tool: (state: string, policy: string, reads: boolean) =>
    [state, policy, reads && 'only reads'].filter(Boolean).join(' · '),
};
