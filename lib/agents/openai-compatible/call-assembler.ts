import { readArguments } from '@/lib/protocol/reading/read-arguments';
import type { AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import type { ChatToolCall } from './chat-chunk';

interface PendingCall {
  index: number | null;
  toolCallId: string;
  tool: string;
  text: string;
  /** Of a server that sends them as JSON instead of as a text. */
  object: unknown;
  isTold: boolean;
  extra: unknown;
}

type ToolEvent = Extract<AgentEvent, { type: 'tool' }>;

/** Puts the pieces of a reply's tool calls together, whatever a server does about indexes, ids and names. */
export interface CallAssembler {
  push(call: ChatToolCall): AgentEvent[];
  /** The calls, as far as they have come. `isCut` = the reply ended at a limit, so that the last one may be half a call. */
  end(isCut: boolean): { calls: ToolEvent[]; extras: Map<string, unknown> };
  readonly count: number;
}

const PROGRESS: AgentEvent = { type: 'progress' };

/** `tools` = names that were offered: a call is told of as soon as its name is one of them, else with its first argument. */
export function createCallAssembler(newId: () => string, tools: readonly string[]): CallAssembler {
  const calls: PendingCall[] = [];

  function callFor(piece: ChatToolCall): PendingCall {
    const index = piece.index ?? null;
    const before = index === null ? calls.at(-1) : calls.findLast((call) => call.index === index);
    if (before && !beginsAnother(before, piece)) return before;
    const call = { index, toolCallId: '', tool: '', text: '', object: null, isTold: false, extra: undefined };
    calls.push(call);
    return call;
  }

  function tell(call: PendingCall): AgentEvent {
    call.toolCallId ||= newId();
    call.isTold = true;
    return { type: 'toolStart', toolCallId: call.toolCallId, tool: call.tool };
  }

  function finish(call: PendingCall, isCut: boolean): ToolEvent {
    const { tool, text } = call;
    if (!tool) throw new BackendError('protocol', 'The provider sent a tool call without a name.');
    call.toolCallId ||= newId();
    const args = readArguments(call.object ?? text);
    const isHalf = isCut && call.object === null && (text.trim() === '' || typeof args === 'string');
    return { type: 'tool', toolCallId: call.toolCallId, tool, arguments: args, ...(isHalf && { isCut: true }) };
  }

  /** The entries that came to something: some servers close the list with an empty one. */
  const begun = () => calls.filter(({ tool, text, object }) => tool !== '' || text !== '' || object !== null);

  return {
    push(piece) {
      if (calls.some((call) => isRepeated(call, piece))) return [PROGRESS];
      const call = callFor(piece);
      const given = piece.function?.arguments;
      const name = piece.function?.name ?? '';
      call.toolCallId ||= piece.id ?? '';
      call.extra ??= piece.extra_content;
      // A name may come in pieces, or whole with every piece.
      if (!call.isTold && name !== call.tool) call.tool += name;
      if (typeof given === 'string') call.text += given;
      else if (given) call.object = given;
      const isNamed = call.tool !== '' && (tools.includes(call.tool) || call.text !== '' || call.object !== null);
      return [!call.isTold && isNamed ? tell(call) : PROGRESS];
    },
    end(isCut) {
      const all = begun();
      const finished = all.map((call, at) => finish(call, isCut && at === all.length - 1));
      const extras = all.flatMap(({ toolCallId, extra }) => (extra ? [[toolCallId, extra] as const] : []));
      return { calls: finished, extras: new Map(extras) };
    },
    get count() {
      return begun().length;
    },
  };
}

/** Servers count calls wrongly, give all the same index, or no id: a new id with a name, or a name behind whole arguments, is another call. */
function beginsAnother(before: PendingCall, { id, function: piece }: ChatToolCall): boolean {
  const name = piece?.name ?? '';
  const isWhole = before.object !== null || isObject(before.text);
  if (id && before.toolCallId && id !== before.toolCallId) return name !== '' || isWhole;
  if (name === '' || !isWhole) return false;
  return name !== before.tool || Boolean(piece?.arguments);
}

/** Some servers send the whole call once more at the end. */
function isRepeated(call: PendingCall, { id, function: piece }: ChatToolCall): boolean {
  if (!id || id !== call.toolCallId || piece?.name !== call.tool) return false;
  if (call.text === '' && call.object === null) return false;
  const given = piece.arguments;
  const isWhole = typeof given === 'string' ? /^\s*\{[\s\S]*\}\s*$/.test(given) : Boolean(given);
  return isWhole && isSame(readArguments(given), readArguments(call.object ?? call.text));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isObject(text: string): boolean {
  return text.trimEnd().endsWith('}') && typeof readArguments(text) === 'object';
}
