/** What the sign-in says. */
export const texts = {
  unreachable: 'The server cannot be reached. Try again in a moment.',
  continueWith: (provider: string) => `Continue with ${provider}`,
  signInAgain: 'Sign in again',
  sessionEnded: 'Your session has ended. What you wrote is kept. You can continue after you sign in.',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
};
