import { expect, it } from 'vitest';
import { contextFigures } from './context-figures';

/** As providers word it. */
it.each([
  [
    "This model's maximum context length is 8192 tokens. However, your messages resulted in 9034 tokens. Please reduce the length of the messages.",
    8_192,
    9_034,
  ],
  [
    "This model's maximum context length is 8192 tokens. However, you requested 9100 tokens (8076 in the messages, 1024 in the completion).",
    8_192,
    9_100,
  ],
  [
    "You passed 8193 input tokens and requested 0 output tokens. However, the model's context length is only 8192 tokens.",
    8_192,
    8_193,
  ],
  ['prompt is too long: 208310 tokens > 200000 maximum', 200_000, 208_310],
  [
    'input length and `max_tokens` exceed context limit: 198244 + 8192 > 200000, decrease input length or `max_tokens` and try again',
    200_000,
    null,
  ],
  ['The input token count (1048580) exceeds the maximum number of tokens allowed (1048576).', 1_048_576, 1_048_580],
  ["This model's maximum prompt length is 131072 but the request contains 537812 tokens.", 131_072, 537_812],
  ['the request exceeds the available context size (4096 tokens), try increasing it', 4_096, null],
  [
    '{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error","n_prompt_tokens":5021,"n_ctx":4096}}',
    4_096,
    5_021,
  ],
  [
    'Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens, which is not enough.',
    4_096,
    null,
  ],
  [
    'Prompt contains 32769 tokens and 0 draft tokens, too large for model with 32768 maximum context length',
    32_768,
    32_769,
  ],
  ['Invalid request: Your request exceeded model token limit: 8192', 8_192, null],
  ['Range of input length should be [1, 30720]', 30_720, null],
  ['too many tokens: total number of tokens in the prompt cannot exceed 4081 - received 5001.', 4_081, 5_001],
  [
    'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 8193. Given: 9000 `inputs` tokens',
    8_193,
    9_000,
  ],
  ['Please reduce the length of the messages or completion. Current length is 9000 while limit is 8192', 8_192, 9_000],
  [
    "This endpoint's maximum context length is 131072 tokens. However, you requested about 200000 tokens (190000 of text input).",
    131_072,
    200_000,
  ],
  [
    'Request too large for model `llama` on tokens per minute (TPM): Limit 6000, Requested 9263, please reduce your message size and try again.',
    6_000,
    9_263,
  ],
  ['Request body too large for gpt-4o model. Max size: 8000 tokens.', 8_000, null],
  ['prompt token count of 13000 exceeds the limit of 12288', 12_288, 13_000],
  ['The request has 210,000 tokens; claude-x takes 200,000.', 200_000, 210_000],
  ['Your input exceeds the context window of this model. Please adjust your input and try again.', null, null],
  ['Prompt exceeds max length', null, null],
  ['Input is too long for requested model.', null, null],
  ['The provider answered with 413', null, null],
])('%s', (message, limit, requested) => {
  expect(contextFigures(message)).toEqual({ limit, requested });
});
