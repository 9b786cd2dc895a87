/**
 * How models mark their thoughts inside plain text, as their chat templates and servers spell it. Letter case matters only for tags that
 * have capitals here.
 */
export interface ThoughtTag {
  open: string;
  close: string;
}

const tag = (name: string): ThoughtTag => ({ open: `<${name}>`, close: `</${name}>` });

const WORDS = ['thinking', 'thought', 'thoughts', 'reasoning'];

export const THOUGHT_TAGS: readonly ThoughtTag[] = [
  ...['think', ...WORDS, 'seed:think', 'antthinking'].map(tag),
  { open: '[THINK]', close: '[/THINK]' },
  { open: '◁think▷', close: '◁/think▷' },
  { open: '<|think|>', close: '<|/think|>' },
  { open: '<|begin_of_thought|>', close: '<|end_of_thought|>' },
  { open: '<|START_THINKING|>', close: '<|END_THINKING|>' },
  { open: '<|channel|>analysis<|message|>', close: '<|end|>' },
  { open: '<|channel>thought\n', close: '<channel|>' },
  { open: '<unused94>thought\n', close: '<unused95>' },
];

/** Those of the opening tags that people write themselves, for example into prompts. */
export const WORD_TAGS: readonly string[] = WORDS.map((name) => tag(name).open);

/** Where the opening tag stands at the end of the prompt, a reply has only the closing one. Those that can mean nothing else. */
export const LONE_CLOSING_TAGS: readonly string[] = THOUGHT_TAGS.map(({ close }) => close).filter(
  (close) => close !== '<|end|>' && close !== '<channel|>' && close !== '</reasoning>',
);

/** Behind the thoughts: what only says that the answer begins. */
export const ANSWER_MARKS: readonly string[] = [
  '<|start|>assistant<|channel|>final<|message|>',
  '<|channel|>final<|message|>',
  '<|begin_of_solution|>',
  '<|START_RESPONSE|>',
];
