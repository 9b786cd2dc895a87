/** The path to go to after sign-in: only one of this site, else the start page. */
export function nextPath(callbackUrl: string | undefined): string {
  const here = 'http://here.invalid';
  try {
    const url = new URL(callbackUrl ?? '/', here);
    return url.origin === here && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
  } catch {
    return '/';
  }
}
