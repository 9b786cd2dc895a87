import { Semaphore } from '@/lib/platform/async/semaphore';
import type { OfferedTool, ToolSource } from '../tool-source';
import { PARALLEL_TOOLS } from './tool-settings';

/** A tool with the source that runs it. */
export interface ToolEntry {
  tool: OfferedTool;
  source: ToolSource;
}

interface CalledTool {
  tool: string;
  arguments: unknown;
}

/** What a call may use besides the protocol's own tools, and what of it is at work. */
export class CallTools {
  readonly offered: OfferedTool[];
  readonly names: string[];
  readonly #entries: Map<string, ToolEntry>;
  readonly #places = new Semaphore(PARALLEL_TOOLS);
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(entries: ToolEntry[]) {
    this.offered = entries.map(({ tool }) => tool).filter(({ isHidden }) => !isHidden);
    this.names = this.offered.map(({ definition }) => definition.name);
    this.#entries = new Map(entries.map((entry) => [entry.tool.definition.name, entry]));
  }

  /** What a call of the model is about: the tool that it names, or the hidden one that this one's arguments name. */
  meant<Call extends CalledTool>(call: Call): (Call & { entry: ToolEntry }) | null {
    const entry = this.#entries.get(call.tool);
    if (!entry || entry.tool.isHidden) return null;
    const given = entry.tool.callsHidden ? (call.arguments as Partial<CalledTool> | null) : null;
    const hidden = this.#entries.get(String(given?.tool));
    if (!hidden?.tool.isHidden) return { ...call, entry };
    return { ...call, tool: hidden.tool.definition.name, arguments: given?.arguments ?? {}, entry: hidden };
  }

  /** What the log calls by server and tool. */
  known(server: string, tool: string): ToolEntry | undefined {
    return [...this.#entries.values()].find((entry) => entry.tool.server === server && entry.tool.tool === tool);
  }

  /** A place among those that run at once. */
  place<T>(work: () => Promise<T>): Promise<T> {
    return this.#places.run(work);
  }

  /** Behind the call before, of a server whose calls have an order. `work` never fails. */
  inTurn<T>({ inOrder, server }: OfferedTool, work: () => Promise<T>): Promise<T> {
    if (!inOrder) return work();
    const before = this.#last.get(server);
    const mine = before ? before.then(work) : work();
    this.#last.set(server, mine);
    return mine;
  }
}
