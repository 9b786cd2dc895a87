/** Servers at the root of their host; everybody else in this format has `/v1`. */
const ROOTED = /(?:^|\.)(?:perplexity\.ai|models\.inference\.ai\.azure\.com|models\.github\.ai)$/;
const ENDPOINT =
  /\/(?:chat\/completions|completions|responses|embeddings|messages(?:\/count_tokens)?|models(?:\/[^/]+:\w+)?)$/;
const QUOTES = /^[\s"'`<“”‘’«»(]+|[\s"'`>“”‘’«»),;]+$/g;
const LOCAL =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|[\w.-]+\.(?:local|lan|internal)(?=[:/]|$)|[\w-]+:\d)/i;
/** With a scheme left out, what could be a host: a name with a dot or a port. */
const HOST = /^(?:[\w-]+(?:\.[\w-]+)+|[\w-]+:\d|localhost|\[)/i;

/**
 * A base URL as people paste it, as requests need it: without blanks, quotes and slashes around it, without the endpoint
 * behind it, with a scheme, and with the `standardPath` of its provider where only a host was given. What is no address stays as it is, for the
 * check to name.
 */
export function pastedBaseUrl(standardPath: string, text: string): string {
  // A slot of an imported file, still to be filled.
  if (text.includes('${')) return text;
  const trimmed = text.replace(QUOTES, '');
  const url = URL.parse(withScheme(trimmed));
  if (!url || !/^https?:$/.test(url.protocol)) return trimmed;
  let path = url.pathname.replace(/\/+$/, '').replaceAll(/\/{2,}/g, '/');
  for (let end = ENDPOINT.exec(path); end; end = ENDPOINT.exec(path)) path = path.slice(0, end.index);
  const isWhole = path !== url.pathname.replace(/\/+$/, '');
  if (path === '' && !ROOTED.test(url.hostname)) path = standardPath;
  const credentials = url.username || url.password ? `${url.username}:${url.password}@` : '';
  // The query of an endpoint, such as `?alt=sse`, goes with it; any other is for the check to name.
  return `${url.protocol}//${credentials}${url.host}${path}${isWhole ? '' : `${url.search}${url.hash}`}`;
}

function withScheme(text: string): string {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return text;
  if (!HOST.test(text)) return text;
  return `${LOCAL.test(text) ? 'http' : 'https'}://${text}`;
}
