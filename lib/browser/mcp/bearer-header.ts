/** How a token is sent, as a secret to store; one that was pasted with its scheme stays as it is. */
export function bearerHeader(token: string): Record<string, { secret: string }> {
  return { Authorization: { secret: /^(?:bearer|basic|token) /i.test(token) ? token : `Bearer ${token}` } };
}
