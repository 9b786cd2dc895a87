const LARGEST = 1_000_000;
const BLOCK = /^(`{3,10}|~{3,10})[ \t]*(?:json[c5]?[ \t]*)?\n([\s\S]*?)\n?\1[ \t]*$/gim;

/** The JSON that an answer gives: all of it, or its only block of code. `undefined` when there is none. */
export function jsonIn(answer: string): unknown {
  if (answer.length > LARGEST) return undefined;
  const whole = parsed(answer);
  if (whole !== undefined) return whole;
  const [block, ...more] = [...answer.matchAll(BLOCK)];
  return block && more.length === 0 ? parsed(block[2] ?? '') : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
