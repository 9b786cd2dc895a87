import type { ModelRequest } from './model-request.ts';
import type { Refusal, Reply } from './reply.ts';

/** How a provider writes a reply. Every frame is a complete server-sent event. */
export interface WireFormat {
  begin(request: ModelRequest): Buffer[];
  reasoning(text: string): Buffer;
  text(text: string): Buffer;
  /** Frames of a tool call: its head, then pieces of its arguments. */
  tool(name: string, argumentPieces: string[]): Buffer[];
  end(request: ModelRequest, reply: Reply): Buffer[];
  malformed: string;
  /** "Overloaded", in the middle of the stream. */
  reported: string;
  /** The same reply as one JSON document. */
  whole(request: ModelRequest, reply: Reply): object;
  refusal(refusal: Refusal): object;
}

let ids = 0;

export function nextId(prefix: string): string {
  ids += 1;
  return `${prefix}_double_${ids}`;
}

export function outputTokens(reply: Reply): number {
  return reply.reasoning.length + reply.text.length + Math.ceil((reply.tool?.arguments.length ?? 0) / 4);
}
