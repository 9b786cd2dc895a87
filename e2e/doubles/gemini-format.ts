import type { ModelRequest } from './model-request.ts';
import type { Reply } from './reply.ts';
import { outputTokens, type WireFormat } from './wire-format.ts';

/** Google's generative language API. A function call comes whole, as there. */
export const geminiFormat: WireFormat = {
  begin: () => [],
  reasoning: (text) => frame({ candidates: [candidate([{ text, thought: true }])] }),
  text: (text) => frame({ candidates: [candidate([{ text }])] }),
  tool: (name, argumentPieces) => [
    frame({
      candidates: [
        candidate([
          { functionCall: { name, args: JSON.parse(argumentPieces.join('') || '{}') }, thoughtSignature: 'ZG91Ymxl' },
        ]),
      ],
    }),
  ],
  end: (request, reply) => [
    frame({
      candidates: [{ ...candidate([{ text: '' }]), finishReason: reply.refused ? 'SAFETY' : 'STOP' }],
      usageMetadata: usage(request, reply),
      modelVersion: request.model,
    }),
  ],
  malformed: 'data: {"candidates": [{"content": \n\n',
  reported: 'data: {"error": {"code": 503, "message": "The model is overloaded.", "status": "UNAVAILABLE"}}\r\n\r\n',
  whole: (request, reply) => ({
    candidates: [
      {
        ...candidate([
          { text: reply.text.join('') },
          ...(reply.tool ? [{ functionCall: { name: reply.tool.name, args: JSON.parse(reply.tool.arguments) } }] : []),
        ]),
        finishReason: 'STOP',
      },
    ],
    usageMetadata: usage(request, reply),
  }),
  refusal: ({ status, message, kind }) => ({
    error: { code: status, message: kind ? SAID[kind] : message, status: statusName(status) },
  }),
};

const SAID = {
  context: 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
  content: 'The prompt could not be submitted: it was blocked by the safety filters.',
  quota: 'You exceeded your current quota, please check your plan and billing details.',
};

function statusName(status: number): string {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 429) return 'RESOURCE_EXHAUSTED';
  return status < 500 ? 'INVALID_ARGUMENT' : 'UNAVAILABLE';
}

function candidate(parts: object[]): object {
  return { content: { role: 'model', parts }, index: 0 };
}

function usage(request: ModelRequest, reply: Reply): object {
  const output = outputTokens(reply);
  return {
    promptTokenCount: request.inputTokens,
    cachedContentTokenCount: Math.floor(request.inputTokens / 4),
    candidatesTokenCount: output - reply.reasoning.length,
    thoughtsTokenCount: reply.reasoning.length,
    totalTokenCount: request.inputTokens + output,
  };
}

function frame(value: object): Buffer {
  return Buffer.from(`data: ${JSON.stringify(value)}\r\n\r\n`);
}
