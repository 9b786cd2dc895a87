/**
 * The Content-Security-Policy of one page: only our own files, and only the scripts that carry the page's nonce or were loaded by one of
 * those (`strict-dynamic`: parts of the app that come when they are needed). Style attributes are allowed, since formulas, syntax colours
 * and charts are drawn with them; style elements are not. `isDevelopment` adds what hot reload and React's error overlay need.
 */
export function pagePolicy(nonce: string, { isDevelopment = false } = {}): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
