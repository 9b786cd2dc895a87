import type { ToolPolicy } from '@/db/types/mcp-server-record';
import type { ToolDecision } from '@/lib/engine/tool-source';

/** Who can say something of a tool, besides the person whose call it is. The team's word on side effects is the engine's to heed. */
export type PolicyLevel = 'tool' | 'server' | 'workspace' | 'instance';

export interface PolicyCase {
  rules: Partial<Record<PolicyLevel, ToolPolicy | null>>;
  /** What the person has said of their own calls. */
  own: ToolPolicy | null;
  /** As its approved definition says. */
  isReadOnly: boolean;
  /** It belongs to the run's starter alone, and others may steer the run. */
  isSteeredByOthers: boolean;
  /** Servers whose text nobody vouches for, and from which the run has read: they may have told the agent to do this. */
  readFrom: string[];
}

const STRICTNESS: Record<ToolPolicy, number> = { allow: 0, ask: 1, deny: 2 };

const BECAUSE: Record<PolicyLevel | 'own', Record<'ask' | 'deny', string>> = {
  tool: {
    ask: 'The settings of this tool say that a person is asked.',
    deny: 'The settings of this tool forbid it. Go on without it.',
  },
  server: {
    ask: 'The settings of its server say that a person is asked.',
    deny: 'The settings of its server forbid it. Go on without it.',
  },
  workspace: {
    ask: 'The policy of the workspace says that a person is asked.',
    deny: 'The policy of the workspace forbids it. Go on without it.',
  },
  instance: {
    ask: 'On this instance a person is asked before any tool of an MCP server runs.',
    deny: 'On this instance no tools of MCP servers are run. Go on without it.',
  },
  own: {
    ask: 'You have said that you want to be asked.',
    deny: 'The person who started the run does not allow this tool. Go on without it.',
  },
};

/** `deny` over `ask` over `allow`. Where nobody has said anything, what only reads may run and anything else is asked about. */
export function decidePolicy({ rules, own, isReadOnly, isSteeredByOthers, readFrom }: PolicyCase): ToolDecision {
  const said = Object.entries({ ...rules, own }) as [PolicyLevel | 'own', ToolPolicy | null | undefined][];
  const strictest = said.reduce<{ level: PolicyLevel | 'own'; policy: ToolPolicy } | null>(
    (most, [level, policy]) =>
      policy && (!most || STRICTNESS[policy] > STRICTNESS[most.policy]) ? { level, policy } : most,
    null,
  );
  if (strictest && strictest.policy !== 'allow')
    return { decision: strictest.policy, because: BECAUSE[strictest.level][strictest.policy] };
  if (isSteeredByOthers)
    return { decision: 'ask', because: 'It is a server of your own, and others may steer this run.' };
  if (!isReadOnly && readFrom.length > 0) return { decision: 'ask', because: tainted(readFrom), asksAgain: true };
  if (strictest || isReadOnly) return { decision: 'allow', because: '' };
  return { decision: 'ask', because: 'It does more than read, or does not say what it does.' };
}

function tainted(servers: string[]): string {
  const names = servers.map((name) => `“${name}”`).join(', ');
  return `This run has read text from ${names}, which is not marked as trusted and may have told the agent to do this.`;
}
