import type { AgentUsage } from '../backend';
import { createSseParser } from '../http/create-sse-parser';

const OPENING_BRACE = '{'.charCodeAt(0);

interface WireUsage {
  input_tokens?: number;
  output_tokens?: number;
  cache_read_input_tokens?: number;
  cache_creation_input_tokens?: number;
}

interface WireEvent {
  message?: { usage?: WireUsage };
  usage?: WireUsage;
}

/** Reads the tokens used from the bytes of one answer, streamed or whole, and reports them once. */
export function createUsageMeter(report: (usage: AgentUsage) => void): { push(chunk: Buffer): void; end(): void } {
  const parser = createSseParser();
  const usage: AgentUsage = { inputTokens: 0, outputTokens: 0, cachedTokens: 0, reasoningTokens: 0 };
  const whole: Buffer[] = [];
  let isStream: boolean | null = null;
  let reported = false;

  function read(json: string): void {
    const event = parseJson(json);
    const given = event?.message?.usage ?? event?.usage;
    if (!given) return;
    const cached = given.cache_read_input_tokens ?? 0;
    const input = (given.input_tokens ?? 0) + cached + (given.cache_creation_input_tokens ?? 0);
    usage.inputTokens = input || usage.inputTokens;
    usage.cachedTokens = cached || usage.cachedTokens;
    usage.outputTokens = given.output_tokens || usage.outputTokens;
  }

  function reportOnce(): void {
    if (reported || usage.inputTokens + usage.outputTokens === 0) return;
    reported = true;
    report(usage);
  }

  return {
    push(chunk) {
      isStream ??= chunk[0] !== OPENING_BRACE;
      if (!isStream) {
        whole.push(chunk);
        return;
      }
      for (const frame of parser.push(chunk)) {
        if (frame.includes('"usage"')) read(frame);
        // The last usage of a message; what follows is only its end.
        if (frame.includes('"message_delta"')) reportOnce();
      }
    },
    end() {
      if (isStream === false) read(Buffer.concat(whole).toString('utf8'));
      reportOnce();
    },
  };
}

function parseJson(json: string): WireEvent | null {
  try {
    return JSON.parse(json) as WireEvent;
  } catch {
    // A frame that is no JSON is Claude Code's to complain about.
    return null;
  }
}
