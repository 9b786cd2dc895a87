/** How a token is sent, as a secret to store; one that was pasted with its scheme stays as it is. */
export function bearerHeader(token: string): Record<string, { secret: string }> {
  const hasScheme = /^(?:bearer|basic|token) /i.test(token);
  return { Authorization: { secret: hasScheme ? token : ['Bearer', token].join(' ') } };
}
