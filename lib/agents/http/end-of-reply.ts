import type { AgentEvent } from '../backend';

type Done = Extract<AgentEvent, { type: 'done' }>;
export type End = Done['reason'];

/**
 * The words with which providers end a reply, in lower case with underscores: OpenAI (chat, Responses), Anthropic, Google, xAI, Z.AI,
 * DeepSeek, Kimi, Mistral, Groq, Cohere, Together, Hugging Face, OpenRouter, vLLM, llama.cpp, Ollama, LM Studio.
 */
const WORDS: Record<Exclude<End, 'failed'>, readonly string[]> = {
  stop: [
    'stop',
    'end_turn',
    'stop_sequence',
    'eos',
    'eos_token',
    'end',
    'complete',
    'completed',
    'eosfound',
    'stopstringfound',
  ],
  tool: ['tool_calls', 'tool_call', 'tool_use', 'function_call', 'function_calls', 'toolcalls'],
  length: [
    'length',
    'max_tokens',
    'max_output_tokens',
    'max_completion_tokens',
    'max_length',
    'model_length',
    'context_length',
    'context_length_exceeded',
    'context_window_exceeded',
    'model_context_window_exceeded',
    'contextlengthreached',
    'maxpredictedtokensreached',
    'continuation',
  ],
  paused: ['pause_turn'],
  refused: [
    'content_filter',
    'content_filtered',
    'refusal',
    'safety',
    'recitation',
    'language',
    'blocklist',
    'prohibited_content',
    'spii',
    'model_armor',
    'image_safety',
    'image_prohibited_content',
    'image_recitation',
    'sensitive',
    'moderation',
    'guardrail_intervened',
    'error_toxic',
  ],
  malformed: [
    'malformed_function_call',
    'malformed_tool_call',
    'malformed_response',
    'unexpected_tool_call',
    'too_many_tool_calls',
  ],
};

const ENDS = new Map(Object.entries(WORDS).flatMap(([end, words]) => words.map((word) => [word, end as End] as const)));

/** The closing event; an end that is more than that carries the provider's word for it. */
export function doneEvent(reason: End, word: string | null | undefined): Done {
  const isPlain = reason === 'stop' || reason === 'tool' || !word;
  return isPlain ? { type: 'done', reason } : { type: 'done', reason, said: word };
}

/** What a provider's own word for the end of its reply means. A word that nobody has documented is no success. */
export function endOfReply(word: string): End {
  return ENDS.get(word.toLowerCase().replaceAll(/[-\s]/g, '_')) ?? 'failed';
}
