import 'server-only';
import type { Account, BackendDescriptor } from '../descriptor';
import { claudeWire } from './claude-wire';
import { CLAUDE_MODELS } from './models';
import { CLAUDE_PARAMS } from './params';

export const ANTHROPIC: Account = {
  key: { variable: 'ANTHROPIC_API_KEY', isNeeded: true },
  address: { variable: 'ANTHROPIC_BASE_URL', standard: 'https://api.anthropic.com', path: '' },
};

/** Claude through Anthropic's messages API, or a server that speaks it. */
export const claude: BackendDescriptor = {
  type: 'claude',
  label: 'Claude',
  needs: '`ANTHROPIC_API_KEY`',
  account: ANTHROPIC,
  params: CLAUDE_PARAMS,
  models: CLAUDE_MODELS,
  usual: { images: true, files: true, reasoning: true },
  leastWindow: 200_000,
  massGen: { models: /^claude/i },
  wire: claudeWire,
};
