import type { Adaptation } from './adaptation';

const NO_STREAM =
  /stream(?:ing)?\b(?!_options).{0,60}(?:not (?:be )?(?:supported|allowed|enabled|available)|unsupported|must be (?:set to )?false|disabled)|(?:cannot|can['’]t|not support|unsupported).{0,40}\bstream(?:ing)?\b(?!_options)/i;

/** A server that does not stream, or not together with tools. */
export const wholeReply: Adaptation = {
  name: 'whole reply',
  demandedBy: ({ text }) => (NO_STREAM.test(text) ? '' : null),
  apply(body, _detail, format) {
    if (format !== 'chat' || body.stream !== true) return body;
    const { stream_options: _, ...rest } = body;
    return { ...rest, stream: false };
  },
  says: () => 'the reply comes in one piece',
};
