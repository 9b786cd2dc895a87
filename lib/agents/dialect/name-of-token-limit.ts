import type { Adaptation } from './adaptation';

const NAMES = ['max_tokens', 'max_completion_tokens'] as const;

/** Reasoning models of OpenAI want `max_completion_tokens`, older servers know only `max_tokens`. `detail` = the name to use. */
export const nameOfTokenLimit: Adaptation = {
  name: 'name of the token limit',
  demandedBy({ text }, body) {
    if (!/unsupported|not supported|unrecognized|unknown|not permitted|not allowed|instead|unexpected/i.test(text))
      return null;
    const given = NAMES.find((name) => name in body && new RegExp(`\\b${name}\\b`).test(text));
    if (!given) return null;
    return given === 'max_tokens' && !/max_completion_tokens/.test(text) ? null : (other(given) ?? null);
  },
  apply(body, name) {
    const given = other(name);
    if (!given || !(given in body)) return body;
    const { [given]: value, ...rest } = body;
    return { ...rest, [name]: value };
  },
  says: (name) => `the limit of tokens is given as “${name}”`,
};

function other(name: string): string | undefined {
  return NAMES.find((candidate) => candidate !== name);
}
