export interface ShownAnswer {
  answerId: string;
  content: string;
}

/** A tag with an answer's id, for example `<answer id="B.1" by="agent B">…</answer>`. */
const ANSWER = /<(\w+)\b[^>]*?\b([A-Z]{1,2}\.\d+)\b[^>]*>\n?([\s\S]*?)<\/\1>/g;

/** The answers that a text quotes, in order. */
export function findAnswers(text: string): ShownAnswer[] {
  return [...text.matchAll(ANSWER)].map(([, tag = '', answerId = '', content = '']) => ({
    answerId,
    content: content.replaceAll(`&lt;${tag}`, `<${tag}`).replaceAll(`&lt;/${tag}`, `</${tag}`).trim(),
  }));
}
