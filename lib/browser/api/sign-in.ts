/** Signs in by e-mail and password; the session cookie is set by the answer. Gives next-auth's error code, or `null` when it worked. */
export async function signIn(email: string, password: string): Promise<string | null> {
  const response = await fetch('/api/auth/callback/credentials', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email, password, csrfToken: await csrfToken(), json: 'true' }),
  });
  if (response.ok) return null;
  const { url } = (await response.json().catch(() => ({}))) as { url?: string };
  const error = url && new URL(url, window.location.origin).searchParams.get('error');
  return error || 'Unknown';
}

/**
 * The address of another service's sign-in page. Asked for by script because a form's redirect to another site would
 * be refused by the page's own policy (`form-action 'self'`).
 */
export async function providerAddress(provider: string, next: string): Promise<string> {
  const response = await fetch(`/api/auth/signin/${encodeURIComponent(provider)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ callbackUrl: next, csrfToken: await csrfToken(), json: 'true' }),
  });
  return ((await response.json()) as { url: string }).url;
}

/** Signs this browser out. */
export async function signOut(): Promise<void> {
  await fetch('/api/auth/signout', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken: await csrfToken(), json: 'true' }),
  });
}

/** The token that every request of next-auth must carry. */
async function csrfToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf', { cache: 'no-store' });
  return ((await response.json()) as { csrfToken: string }).csrfToken;
}
