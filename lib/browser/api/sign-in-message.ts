import { texts } from './sign-in-texts';

/** What is said for an error code of a sign-in that did not work. */
export function signInMessage(error: string): string {
  const [code = '', seconds] = error.split(':');
  switch (code) {
    case 'CredentialsSignin':
      return texts.wrongPassword;
    case 'RateLimited':
      return texts.tooMany(Math.max(1, Math.ceil(Number(seconds) / 60) || 1));
    case 'SignupClosed':
      return texts.signupClosed;
    case 'EmailNotVerified':
      return texts.emailNotVerified;
    case 'AccessDenied':
      return texts.accessDenied;
    case 'SessionRequired':
      return texts.sessionRequired;
    default:
      return texts.other;
  }
}
