import { attribute, escapeTags } from './as-data';

/** Colours and cursor movements of a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed.
const TERMINAL = /\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))/g;
/** Control characters, and the tag characters of Unicode: no person sees them, but a model reads them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed.
const UNSEEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|[\u{e0000}-\u{e007f}]/gu;
/** What separates messages in the templates of many models: `<|im_start|>`, `<start_of_turn>`. */
const TEMPLATE = /<(?=[|｜][^<>|｜]{1,40}[|｜]>|\/?(?:start|end)_of_turn>)/g;

const LONGEST_ATTRIBUTE = 300;

/** Text of an agent or a tool as data: it stands on its own, and nothing in it ends or begins a wrapper or a message. */
export function plainText(text: string): string {
  return escapeTags(visible(text).replace(TEMPLATE, '&lt;'));
}

/** The same as the value of an attribute. */
export function plainAttribute(text: string): string {
  return attribute(visible(text).slice(0, LONGEST_ATTRIBUTE).toWellFormed());
}

function visible(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(TERMINAL, '').replace(UNSEEN, '').toWellFormed();
}
