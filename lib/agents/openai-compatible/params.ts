import { named, type Places } from '../params/places';

const CHAT = named(
  'temperature',
  'top_p',
  'max_tokens',
  'max_completion_tokens',
  'frequency_penalty',
  'presence_penalty',
  'seed',
  'stop',
  'logit_bias',
  'logprobs',
  'top_logprobs',
  'reasoning_effort',
  'verbosity',
  'parallel_tool_calls',
  'response_format',
  'service_tier',
  'prompt_cache_key',
  'safety_identifier',
  'metadata',
  'store',
  'user',
);

/** What servers of open models take besides. */
const OF_OPEN_MODELS = named(
  'top_k',
  'min_p',
  'typical_p',
  'repeat_penalty',
  'repetition_penalty',
  'thinking',
  'enable_thinking',
  'reasoning',
  'chat_template_kwargs',
  'ttl',
  'provider',
  'models',
  'transforms',
  'n_predict',
);

/** Of the chat completions format, for any server. */
export const CHAT_PARAMS: Places = { ...CHAT, ...OF_OPEN_MODELS };
