import type { ServerResponse } from 'node:http';
import type { ModelRequest } from './model-request.ts';
import type { Reply } from './reply.ts';
import { playFrames } from './stream-clock.ts';
import type { WireFormat } from './wire-format.ts';

const ARGUMENT_PIECE = 12;

/** Writes the reply as a paced stream, or as one document when no stream was asked for. */
export function sendReply(response: ServerResponse, format: WireFormat, request: ModelRequest, reply: Reply): void {
  if (!request.stream) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(format.whole(request, reply)));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.flushHeaders();
  if (reply.ending === 'silence' && reply.text.length === 0) return;
  const frames = [
    ...format.begin(request),
    ...reply.reasoning.map((piece) => format.reasoning(piece)),
    ...reply.text.map((piece) =>
      reply.stamped ? (dueAt: number) => format.text(`${piece.trim()}:${dueAt.toFixed(1)} `) : format.text(piece),
    ),
    ...(reply.tool ? format.tool(reply.tool.name, reply.tool.arguments.match(argumentPieces) ?? []) : []),
  ];
  playFrames(response, frames, reply.piecesPerSecond, () => finish(response, format, request, reply));
}

const argumentPieces = new RegExp(`[\\s\\S]{1,${ARGUMENT_PIECE}}`, 'g');

function finish(response: ServerResponse, format: WireFormat, request: ModelRequest, reply: Reply): void {
  switch (reply.ending) {
    case 'finish':
      response.end(Buffer.concat(format.end(request, reply)));
      return;
    case 'cut':
      response.destroy();
      return;
    case 'malformed':
      response.end(format.malformed);
      return;
    case 'reported':
      response.end(format.reported);
      return;
    case 'silence':
      return;
  }
}
