/** The page to sign in at, which leads back to `path` of this site afterwards. */
export function signInPath(path: string): string {
  return path === '/' ? '/signin' : `/signin?${new URLSearchParams({ callbackUrl: path })}`;
}
