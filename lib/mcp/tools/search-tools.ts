import type { OfferedTool, ToolOutcome, ToolScope } from '@/lib/engine/tool-source';
import { estimateTokens } from '@/lib/protocol/estimate-tokens';

/** More tools than that are searched instead of read with every request, or such a share of the model's window. */
const MOST_TOOLS = 40;
const WINDOW_SHARE = 0.05;
/** Of a model whose window nobody knows. */
const USUAL_WINDOW = 128_000;
/** So few tokens are too many for no model. */
const FEW_TOKENS = 1000;
const FOUND = 8;
/** So many servers are named in the definition. */
const NAMED = 20;

const FIND = 'find_tools';
const USE = 'use_tool';
/** Where the tools that search come from, in the log: nobody's server has this name. */
export const SEARCH_SERVER = 'mcp';

/** The tools as a request offers them: each by itself, or where they are too many by two that find and use them. */
export async function searchedWhereMany(tools: OfferedTool[], scope: ToolScope): Promise<OfferedTool[]> {
  if (tools.length <= MOST_TOOLS && (await haveRoom(tools, scope))) return tools;
  return [findTool(tools), callingTool(), ...tools.map((tool): OfferedTool => ({ ...tool, isHidden: true }))];
}

export function isSearchTool({ server, tool, definitionHash }: OfferedTool): boolean {
  return server === SEARCH_SERVER && definitionHash === SEARCH_SERVER && (tool === FIND || tool === USE);
}

/** What a search tool gives, of all tools that the agent may use. A known tool that is used has a result of its own. */
export function runSearchTool(tool: string, given: unknown, tools: OfferedTool[]): ToolOutcome {
  const wanted = (given ?? {}) as { query?: unknown; tool?: unknown };
  if (tool === USE)
    return { text: `There is no tool named ${String(wanted.tool)}. Find one with ${FIND}.`, isError: true };
  const found = rank(tools, String(wanted.query ?? '')).slice(0, FOUND);
  if (found.length === 0) return { text: 'No tool has to do with this. Try other words.', isError: false };
  const described = found.map(
    ({ definition: { name, description, parameters } }) =>
      `- ${name}: ${description}\n  Arguments (JSON Schema): ${JSON.stringify(parameters)}`,
  );
  return { text: `${described.join('\n')}\n\nCall one by ${USE} {"tool": "…", "arguments": {…}}.`, isError: false };
}

async function haveRoom(tools: OfferedTool[], scope: ToolScope): Promise<boolean> {
  const tokens = estimateTokens(JSON.stringify(tools.map(({ definition }) => definition)));
  if (tokens <= FEW_TOKENS) return true;
  const window = scope.ownWindow ?? (await scope.reader()).abilities.contextWindow ?? USUAL_WINDOW;
  return tokens <= window * WINDOW_SHARE;
}

/** Those in whose name or description the words stand, the best first. */
function rank(tools: OfferedTool[], query: string): OfferedTool[] {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const scored = tools.map((tool) => {
    const name = `${tool.server} ${tool.tool}`.toLowerCase();
    const description = tool.definition.description.toLowerCase();
    const score = words.reduce(
      (sum, word) => sum + (name.includes(word) ? 3 : 0) + (description.includes(word) ? 1 : 0),
      0,
    );
    return { tool, score };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ tool }) => tool);
}

function findTool(tools: OfferedTool[]): OfferedTool {
  const servers = [...new Set(tools.map(({ server }) => server))];
  const named = servers.slice(0, NAMED).join(', ') + (servers.length > NAMED ? ', …' : '');
  return searchTool(
    FIND,
    `Searches the ${tools.length} tools of these servers by words: ${named}. Gives names, descriptions and arguments.`,
    {
      type: 'object',
      properties: { query: { type: 'string', description: 'What the tool has to do.' } },
      required: ['query'],
    },
  );
}

function callingTool(): OfferedTool {
  const properties = {
    tool: { type: 'string', description: `The name that ${FIND} gives.` },
    arguments: { type: 'object', description: 'As the tool wants them.' },
  };
  const parameters = { type: 'object', properties, required: ['tool', 'arguments'] };
  return { ...searchTool(USE, `Uses a tool that ${FIND} has found.`, parameters), callsHidden: true };
}

function searchTool(tool: string, description: string, parameters: Record<string, unknown>): OfferedTool {
  const definition = { name: tool, description, parameters };
  return { server: SEARCH_SERVER, tool, definition, definitionHash: SEARCH_SERVER, effects: 'reads', idempotent: true };
}
