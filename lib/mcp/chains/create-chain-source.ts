import { createHash } from 'node:crypto';
import type {
  Invocation,
  OfferedTool,
  ToolDecision,
  ToolOffer,
  ToolOutcome,
  ToolScope,
  ToolSource,
} from '@/lib/engine/tool-source';
import { canonicalJson } from '@/lib/platform/text/canonical-json';
import { CHAINS_SERVER } from '@/lib/protocol/chains';
import type { McpTool } from '../mcp-server';
import { callTool } from '../tools/call-tool';
import { callableTool } from '../tools/equal-tools';
import { fitSchema } from '../tools/fit-schema';
import { isJsonObject } from '../tools/json-object';
import { effectsOf, isRepeatable, type OfferDeps } from '../tools/offer-server';
import { readResult } from '../tools/read-result';
import { toolName } from '../tools/tool-name';
import { type AgentChain, chainsOf, scopeWith } from './chains-of';
import { inputProblem } from './input-problem';
import { runSteps } from './run-steps';
import { texts } from './texts';

/** A step does not wait longer for its server to say what it has. */
const OFFER_WAIT_MS = 8000;
const STRICTNESS = { allow: 0, ask: 1, deny: 2 };

/** Saved chains of calls, each as one tool. A chain may do what its strictest step may, and changes what any of them changes. */
export function createChainSource(deps: OfferDeps): ToolSource {
  return {
    id: CHAINS_SERVER,
    missingEvent: 'mcp.unavailable',
    async offer(scope, signal) {
      try {
        const offers = await Promise.all(
          (await chainsFor(deps, scope)).map((one) => offerChain(deps, scope, one, signal)),
        );
        return { tools: offers.flatMap(({ tools }) => tools), missing: offers.flatMap(({ missing }) => missing) };
      } catch (error) {
        deps.report(error, `The chains of the run ${scope.runId} could not be offered.`);
        return { tools: [], missing: [] };
      }
    },
    decide: (invocation) => decide(deps, invocation),
    run: (invocation, host, signal) => runChain(deps, invocation, host, signal),
  };
}

async function chainsFor({ directory }: OfferDeps, scope: ToolScope): Promise<AgentChain[]> {
  const { mcpServers } = scope.agent;
  if (mcpServers.length === 0) return [];
  return chainsOf(await directory.chainsFor(scope), mcpServers);
}

async function chainOf(deps: OfferDeps, { scope, tool }: Invocation): Promise<AgentChain | null> {
  return (await chainsFor(deps, scope)).find(({ chain }) => chain.name === tool.tool) ?? null;
}

async function offerChain(deps: OfferDeps, scope: ToolScope, one: AgentChain, signal: AbortSignal): Promise<ToolOffer> {
  const { chain } = one;
  const tools = await toolsOf(deps, scope, one, AbortSignal.any([signal, AbortSignal.timeout(OFFER_WAIT_MS)]));
  const lost = tools.indexOf(null);
  const step = chain.steps[lost];
  const left = (because: string): ToolOffer => ({ tools: [], missing: [{ server: CHAINS_SERVER, because }] });
  if (step) return left(texts.leftOut(chain.name, lost + 1, step));
  const fit = fitSchema(chain.inputSchema, scope.agent.backend.type);
  if (!('schema' in fit)) return left(fit.unfit);
  const offered: OfferedTool = {
    ...{ server: CHAINS_SERVER, tool: chain.name },
    definition: {
      name: toolName(CHAINS_SERVER, chain.name),
      description: texts.about(chain.description, chain.steps),
      parameters: fit.schema,
    },
    definitionHash: hashOf([chain.id, chain.version, tools.map((tool) => tool?.hash)]),
    effects: effectsIn(tools),
    idempotent: tools.every((tool) => tool !== null && isRepeatable(tool)),
  };
  return { tools: [offered], missing: [] };
}

/** The approved tool of each step; `null` = it is not there. */
async function toolsOf(
  deps: OfferDeps,
  scope: ToolScope,
  { chain, servers }: AgentChain,
  signal: AbortSignal,
): Promise<(McpTool | null)[]> {
  const { servers: usable } = await deps.directory.serversFor(scopeWith(scope, servers));
  return Promise.all(
    chain.steps.map(async ({ server, tool }) => {
      const access = usable.find((found) => isNamed(found.server, server));
      if (!access) return null;
      try {
        const found = await callableTool(deps, [access.server, ...(access.equal ?? [])], tool, signal);
        return found?.tool ?? null;
      } catch {
        // Its own server is said to be missing, and why, where the agent has it.
        return null;
      }
    }),
  );
}

function effectsIn(tools: (McpTool | null)[]): OfferedTool['effects'] {
  const effects = tools.map((tool) => (tool ? effectsOf(tool) : 'unknown'));
  if (effects.every((one) => one === 'reads')) return 'reads';
  return effects.includes('changes') ? 'changes' : 'unknown';
}

/** The strictest of what its steps meet, the first of them where several are as strict. */
async function decide(deps: OfferDeps, invocation: Invocation): Promise<ToolDecision> {
  const one = await chainOf(deps, invocation);
  if (!one) return { decision: 'deny', because: texts.gone };
  const scope = scopeWith(invocation.scope, one.servers);
  let strictest: ToolDecision = { decision: 'allow', because: '' };
  let asksAgain = false;
  for (const [at, step] of one.chain.steps.entries()) {
    const decided = await deps.directory.decide(stepInvocation(invocation, scope, await nameIn(deps, scope, step), {}));
    asksAgain ||= decided.decision === 'ask' && decided.asksAgain === true;
    if (STRICTNESS[decided.decision] <= STRICTNESS[strictest.decision]) continue;
    strictest = { decision: decided.decision, because: texts.askedBy(at + 1, step, decided.because) };
  }
  return asksAgain && strictest.decision === 'ask' ? { ...strictest, asksAgain } : strictest;
}

async function runChain(
  deps: OfferDeps,
  invocation: Invocation,
  host: Parameters<ToolSource['run']>[1],
  signal: AbortSignal,
): Promise<ToolOutcome> {
  const refusal = (text: string): ToolOutcome => ({ text, isError: true, isUnanswered: true });
  const one = await chainOf(deps, invocation);
  if (!one) return refusal(texts.gone);
  const { chain } = one;
  const input = isJsonObject(invocation.arguments) ? invocation.arguments : {};
  const wrong = await inputProblem(chain.inputSchema, input);
  if (wrong !== null) return refusal(texts.wrongInput(wrong));
  const scope = scopeWith(invocation.scope, one.servers);
  const { result, steps } = await runSteps(
    chain.steps,
    input,
    async (step, given) => {
      const named = await nameIn(deps, scope, step);
      // What has been forbidden since the chain was begun is not called any more.
      const decided = await deps.directory.decide(stepInvocation(invocation, scope, named, given));
      if (decided.decision === 'deny') return { refused: decided.because };
      const check = (tool: McpTool) => inputProblem(tool.inputSchema, given);
      return callTool(deps, { scope, ...named, arguments: given }, { signal, host, check });
    },
    (step, at) => host.report(texts.running(at, chain.steps.length, step)),
  );
  return { ...(await readResult(result, host.blob)), steps };
}

/** A step's server by the name under which the agent has it. */
async function nameIn(deps: OfferDeps, scope: ToolScope, step: { server: string; tool: string }) {
  const { servers } = await deps.directory.serversFor(scope);
  const access = servers.find(({ server }) => isNamed(server, step.server));
  return { server: access?.server.name ?? step.server, tool: step.tool };
}

function isNamed({ id, name }: { id: string; name: string }, wanted: string): boolean {
  return id === wanted || name.toLowerCase() === wanted.toLowerCase();
}

/** A step as its own call, to be decided on. */
function stepInvocation(
  { toolCallId, tool }: Invocation,
  scope: ToolScope,
  named: { server: string; tool: string },
  given: Record<string, unknown>,
): Invocation {
  return { toolCallId, scope, tool: { ...tool, ...named }, arguments: given };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
