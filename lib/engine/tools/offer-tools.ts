import { READ_MORE_TOOL } from '@/lib/protocol/board-tools';
import type { TeamAgent } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import { isWorkflowTool } from '@/lib/protocol/workflow-tools';
import type { ActiveCall, CallHost } from '../call/active-call';
import type { OfferedTool, ToolOffer, ToolSource } from '../tool-source';
import { CallTools, type ToolEntry } from './call-tools';
import { resultReader } from './result-reader';
import { toldInAdvance } from './side-effects';
import { tellMissing } from './tell-missing';
import { toolScope } from './tool-scope';

type Missing = ToolOffer['missing'];

/** Providers take up to 64 characters; Claude Code puts 14 of its own before them. */
const CALLABLE = /^[A-Za-z_][\w-]{0,49}$/;

/**
 * Asks the sources what the call may use; the log says it by the hash of the stored definitions. A call that goes on after a crash uses exactly
 * what its log says. `null` = nothing.
 */
export async function offerTools(host: CallHost, call: ActiveCall, agent: TeamAgent): Promise<CallTools | null> {
  const { sources, blobs } = host.tools;
  if (sources.length === 0) return null;
  const { slot, callId } = call;
  const known = slotOf(host.state, slot)?.call?.offered;
  const restored = known === undefined ? null : await restore(host, known);
  if (restored) return restored;
  const { entries, missing, tellings } = await gather(sources, host, call, agent);
  if (call.controller.signal.aborted || entries.length + missing.length === 0) return null;
  let hash: string | null = null;
  if (entries.length > 0) {
    const kept = blobs.keep(Buffer.from(JSON.stringify(entries.map(stored))));
    host.tools.hold(kept.stored);
    hash = kept.hash;
  }
  host.append({ type: 'tools.offered', slot, callId, hash, ...(missing.length > 0 && { missing }) });
  for (const telling of tellings) tellMissing(host, call, telling);
  return entries.length > 0 ? new CallTools(entries) : null;
}

async function gather(sources: ToolSource[], host: CallHost, call: ActiveCall, agent: TeamAgent) {
  const scope = toolScope(host, call, agent);
  const offers = await Promise.all(
    sources.map(async (source) => ({ source, ...(await offerOf(source, scope, call, host)) })),
  );
  const missing: Missing = offers.flatMap((offer) => offer.missing);
  const entries: ToolEntry[] = [];
  const taken = new Set<string>();
  const add = (source: ToolSource, tool: OfferedTool) => {
    const { name } = tool.definition;
    const isTaken = taken.has(name) || isWorkflowTool(name) || name === READ_MORE_TOOL;
    if (isTaken || !CALLABLE.test(name)) {
      const because = isTaken ? 'has the name of another one' : 'has a name that not every model can call';
      missing.push({ server: tool.server, because: `Its tool ${name} ${because}.` });
      return;
    }
    taken.add(name);
    entries.push({ source, tool: toldInAdvance(tool, host.state.team) });
  };
  for (const { source, tools } of offers) for (const tool of tools) add(source, tool);
  if (entries.some(({ tool }) => !tool.isBrief)) {
    const reader = resultReader(host.tools.blobs);
    add(reader.source, reader.tool);
  }
  const tellings = offers.flatMap((offer) => (offer.source.missingEvent ? offer.missing : []));
  return { entries, missing, tellings };
}

async function offerOf(
  source: ToolSource,
  scope: ReturnType<typeof toolScope>,
  call: ActiveCall,
  host: CallHost,
): Promise<ToolOffer> {
  try {
    return await source.offer(scope, call.controller.signal);
  } catch (error) {
    host.deps.report(error, `The tools of ${source.id} could not be offered in the run ${host.runId}.`);
    return { tools: [], missing: [{ server: source.id, because: 'Its tools could not be listed.' }] };
  }
}

function stored({ source, tool }: ToolEntry) {
  return { source: source.id, ...tool };
}

/** `null` = the definitions cannot be read any more. */
async function restore(host: CallHost, hash: string): Promise<CallTools | null> {
  const content = await host.tools.blobs.read(hash);
  if (!content) return null;
  const sources = [...host.tools.sources, resultReader(host.tools.blobs).source];
  const all = JSON.parse(content.toString()) as (OfferedTool & { source: string })[];
  return new CallTools(
    all.flatMap(({ source: id, ...tool }) => {
      const source = sources.find((candidate) => candidate.id === id) ?? goneSource(id);
      return { source, tool };
    }),
  );
}

/** Of a source that the application does not have any more. */
function goneSource(id: string): ToolSource {
  const because = 'This tool is not available any more.';
  return {
    id,
    offer: async () => ({ tools: [], missing: [] }),
    decide: async () => ({ decision: 'deny', because }),
    run: async () => ({ text: because, isError: true }),
  };
}
