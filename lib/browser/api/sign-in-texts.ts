/** Why a sign-in did not work. */
export const texts = {
  wrongPassword: 'The e-mail or the password is wrong.',
  signupClosed: 'There is no account for you here, and sign-up is closed. Ask an administrator for an account.',
  emailNotVerified: 'The provider has not verified your e-mail address. Verify it there, then try again.',
  accessDenied: 'The provider denied access.',
  sessionRequired: 'Sign in to see this page.',
  other: 'Signing in did not work. Try again.',
  tooMany: (minutes: number) => `Too many attempts to sign in. Try again in ${minutes} min.`,
};
