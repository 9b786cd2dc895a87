const PLACES = [
  // With a scheme: all of it, credentials and query included.
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>`)]+/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b(?::\d+)?/g,
  /\[[0-9a-f:]*:[0-9a-f:]*\](?::\d+)?/gi,
  /(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi,
  /\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\b(?::\d+)?/gi,
  /\b[a-z][a-z0-9-]*:\d{2,5}\b/gi,
  // Providers repeat a part of the key that they refuse.
  /\b(?:sk|pk|xai|gsk|key|AIza)[-_][\w*.-]{4,}|\bAIza[\w*-]{8,}/g,
];

/** What an error says, for people who may not know where the models are: addresses, e-mail addresses and what looks like a key are left out. */
export function withoutAddresses(text: string): string {
  return PLACES.reduce((said, place) => said.replace(place, '…'), text);
}
