/** The stored line of a delta up to its text, as `RunLog` writes it: with exactly the fields that a delta has. */
const HEAD =
  /^\{"seq":\d+,"at":"[^"\\]*","runId":"[^"\\]*","type":"(?:agent\.delta","slot":"[^"\\]*","callId":"[^"\\]*","kind":"(?:text|reasoning)"|final\.delta","slot":"[^"\\]*","callId":"[^"\\]*"),"text":"/;

/**
 * True = the line is that of a delta and has no field besides its own; false = look closer. Nearly all lines of a log are deltas, and
 * parsing them would make sending a log five times as dear (8 instead of 1.6 µs an event; with this it is 2).
 */
export function isPlainDelta(line: string): boolean {
  const head = HEAD.exec(line);
  // The first quotation mark behind the head ends the text, unless it stands in it, escaped: then it is not the last but one character.
  return head !== null && line.indexOf('"', head[0].length) === line.length - 2 && line.endsWith('}');
}
