import { describe, expect, it } from 'vitest';
import { withoutLeadingThoughts } from './leading-thoughts';

describe('withoutLeadingThoughts', () => {
  it.each([
    ['<think>\nhm\n</think>\n\nGreen.', 'Green.'],
    ['<think>One.</think>\n<Thinking>Two.</THINKING>\nGreen.', 'Green.'],
    ['<|START_THINKING|>hm<|END_THINKING|><|START_RESPONSE|>Green.', 'Green.'],
    ['I weigh the colours.\n</think>\n\nGreen.', 'Green.'],
    ['I weigh the colours.</think>\n\nGreen.', 'Green.'],
    ['<think>\nonly thoughts\n</think>', ''],
  ])('%j: what stands before the text', (given, text) => {
    expect(withoutLeadingThoughts(given)).toBe(text);
  });

  it.each([
    '  Green.\n',
    'Use this:\n\n<thinking>\nPut your thoughts here.\n</thinking>\n<answer>\n</answer>',
    'It is\n<think>a tag</think>\nof models.',
    'DeepSeek ends its thoughts with </think> and then it answers.',
    '<think> is the tag that opens thoughts.',
    'The tag `</think>`\nends the thoughts.',
    'So:\n```\n</think>\n```\nThat is how it looks.',
    'Write <think>, your thoughts, and then\n</think>\nand the answer.',
    'A reply ends its thoughts with\n</think>',
  ])('%j is what the text is about', (text) => {
    expect(withoutLeadingThoughts(text)).toBe(text);
  });
});
