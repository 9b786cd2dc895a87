import 'server-only';
import { ANTHROPIC } from '../claude/descriptor';
import type { Account, BackendDescriptor } from '../descriptor';
import { CLAUDE_CODE_PARAM_NAMES } from './claude-code-params';
import { claudeCodeWire } from './claude-code-wire';

/** Z.AI's second endpoint, in Anthropic's format. `ZAI_BASE_URL` names the first one, whose path is another. */
const ZAI: Account = {
  keysOf: 'zai',
  key: { variable: 'ZAI_API_KEY', isNeeded: true },
  address: {
    variable: 'ZAI_BASE_URL',
    standard: 'https://api.z.ai/api/anthropic',
    path: '/api/anthropic',
    isOtherEndpoint: true,
  },
};

/** Claude Code: a process on this machine with tools of its own and a working folder. It keeps its conversation between calls. */
export const claudeCode: BackendDescriptor = {
  type: 'claude_code',
  label: 'Claude Code',
  needs: '`npm install @anthropic-ai/claude-agent-sdk` where it is missing, `ANTHROPIC_API_KEY`',
  account: ({ provider }) => (provider === 'zai' ? ZAI : { ...ANTHROPIC, keysOf: 'claude' }),
  params: null,
  paramNames: CLAUDE_CODE_PARAM_NAMES,
  models: [],
  usual: { images: true, files: true, reasoning: true },
  // Whatever is said of the model: Claude Code needs tools to work at all.
  capabilities: { tools: true, stateful: true },
  leastWindow: 200_000,
  massGen: { takesNoModelParams: true },
  wire: claudeCodeWire,
};
