/** What the set-up of a new instance says. */
export const texts = {
  token: 'Setup token',
  tokenHint: 'The server printed it when it started.',
  name: 'Name',
  email: 'E-mail',
  password: 'Password',
  passwordHint: 'At least 8 characters.',
  createOwner: 'Create owner account',
};
