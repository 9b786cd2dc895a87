/** What the sign-in page says for the `error` in its address. */
export function signInMessage(error: string): string {
  const [code = '', seconds] = error.split(':');
  switch (code) {
    case 'CredentialsSignin':
      return 'The e-mail or the password is wrong.';
    case 'RateLimited':
      return `Too many attempts to sign in. Try again in ${Math.max(1, Math.ceil(Number(seconds) / 60) || 1)} min.`;
    case 'SignupClosed':
      return 'There is no account for you here, and sign-up is closed. Ask an administrator for an account.';
    case 'EmailNotVerified':
      return 'The provider has not verified your e-mail address. Verify it there, then try again.';
    case 'AccessDenied':
      return 'The provider did not give access.';
    case 'SessionRequired':
      return 'Sign in to see this page.';
    default:
      return 'Signing in did not work. Try again.';
  }
}
