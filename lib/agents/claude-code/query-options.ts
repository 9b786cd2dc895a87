import 'server-only';
import type { Options } from '@anthropic-ai/claude-agent-sdk';
import { env } from '@/lib/platform/config/env';
import type { AgentFolder } from './agent-folder';
import type { AgentSession } from './agent-session';
import { AGENT_MARK, SERVER_MARK, serverMark } from './child-process';
import type { ClaudeCodeParams } from './claude-code-params';

/** Longer than any judgement or approval takes: a person has a day. */
const TOOL_TIMEOUT_MS = 25 * 3_600_000;

/** In a team that shares: the plan is part of what the others can read. */
const TASK_TOOLS = ['TaskCreate', 'TaskUpdate', 'TaskList'];

interface Terms {
  model: string;
  system: string;
  params: ClaudeCodeParams;
  /** Where it works. */
  folder: string;
  /** All else that it writes. */
  own: AgentFolder;
  executable: string;
  /** Where its model requests go, and what it shows there instead of a key. */
  gateway: { baseUrl: string; token: string };
  agentId: string;
  /** `null` = nobody goes on with what it remembers. */
  session: AgentSession | null;
}

/** What every process gets, whatever it is asked. Nothing of this server's or its person's settings reaches it. */
export function queryOptions(terms: Terms): Options {
  const { model, system, params, folder, executable, session } = terms;
  return {
    model,
    systemPrompt: `${system}\n\n${FOLDER_NOTE}`,
    cwd: folder,
    env: childEnvironment(terms),
    pathToClaudeCodeExecutable: executable,
    settingSources: [],
    strictMcpConfig: true,
    mcpServersDelivery: 'initialize',
    tools: session ? [...params.tools, ...TASK_TOOLS] : params.tools,
    disallowedTools: ['ListAgents', 'SendMessage'],
    permissionMode: params.permissionMode === 'allowAll' ? 'acceptEdits' : params.permissionMode,
    includePartialMessages: true,
    ...(session ? session.options : { persistSession: false }),
    maxTurns: params.maxTurns,
    ...(params.effort && { effort: params.effort }),
    ...(params.thinking && { thinking: { type: params.thinking } }),
  };
}

const FOLDER_NOTE =
  'You have a working folder of your own, which is the current directory: use relative paths, keep your files in it. The other agents and the person see your answers; the person also sees your files.';

/** Complete: what is not named here does not reach the child. */
function childEnvironment({ params, gateway, agentId, own }: Terms): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
    HOME: own.home,
    LANG: 'C.UTF-8',
    TMPDIR: own.tmp,
    XDG_RUNTIME_DIR: own.run,
    CLAUDE_CONFIG_DIR: own.config,
    CLAUDE_CODE_TMPDIR: own.tmp,
    ANTHROPIC_BASE_URL: gateway.baseUrl,
    ANTHROPIC_API_KEY: gateway.token,
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    // The engine retries, and sees why.
    CLAUDE_CODE_MAX_RETRIES: '0',
    MCP_TOOL_TIMEOUT: String(TOOL_TIMEOUT_MS),
    CLAUDE_AGENT_SDK_CLIENT_APP: 'massgen-web',
    ...(params.thinking === 'disabled' && { CLAUDE_CODE_DISABLE_THINKING: '1' }),
    [SERVER_MARK]: serverMark(env().dataDir),
    [AGENT_MARK]: agentId,
  };
}
