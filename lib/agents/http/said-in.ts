const MAX_SAID = 300;

/** What a server has said instead of a reply, to stand behind the words for what is missing. Pages of gateways help nobody. */
export function saidIn(body: string): string {
  const text = body.trim();
  if (text === '') return ', but an empty reply';
  return text.startsWith('<') ? ', but a web page' : `: ${text.replaceAll(/\s+/g, ' ').slice(0, MAX_SAID)}`;
}
