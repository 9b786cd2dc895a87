/** Why something that was asked through a link was refused. One sentence for all that keeps a link shut: it tells nobody which it is. */
export const texts = {
  nothingHere: 'There is no such link, or it is not for you.',
  passwordRequired: 'This link is protected by a password.',
  passwordRequiredHint: 'Send it to /unlock first, and the cookie that it sets with each request.',
  wrongPassword: 'The password is wrong.',
  tooManyTries: (minutes: number) => `Too many tries. Try again in ${minutes} min.`,
  noSuchRun: 'The link shows no such run.',
  noSuchFile: 'The link shows no such file.',
  tooManyRequests: 'Too many requests for shared pages from this network.',
};
