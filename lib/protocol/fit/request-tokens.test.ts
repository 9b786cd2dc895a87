import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PromptMessage } from '../prompt-message';
import { requestTokens, tokenBounds } from './request-tokens';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string(),
  fc.lorem({ maxCount: 40 }),
  fc.constant('東京都の人口'),
);
const message: fc.Arbitrary<PromptMessage> = fc.oneof(
  fc.record({ role: fc.constant('system' as const), text }),
  fc.record({
    role: fc.constant('user' as const),
    parts: fc.array(fc.record({ type: fc.constant('text' as const), text })),
  }),
  fc.record({
    role: fc.constant('assistant' as const),
    text,
    toolCalls: fc.array(
      fc.record({ toolCallId: fc.uuid(), tool: fc.string(), arguments: fc.dictionary(fc.string(), text) }),
    ),
  }),
  fc.record({
    role: fc.constant('tool' as const),
    toolCallId: fc.uuid(),
    tool: fc.string(),
    result: text,
    isError: fc.boolean(),
  }),
);
const tools = fc.array(
  fc.record({ name: fc.string(), description: text, parameters: fc.constant({ type: 'object' }) }),
);

it('an estimate lies between the bounds that the lengths of the texts give', () => {
  fc.assert(
    fc.property(fc.array(message), tools, (messages, offered) => {
      const { least, most } = tokenBounds(messages, offered as never);
      const tokens = requestTokens(messages, offered as never);
      // The sum of fractions is not exact.
      expect(least).toBeLessThanOrEqual(tokens + 1e-6);
      expect(most).toBeGreaterThanOrEqual(tokens - 1e-6);
    }),
  );
});
