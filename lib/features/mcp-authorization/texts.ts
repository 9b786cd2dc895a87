/** Why a sign-in to an MCP server is not begun. */
export const texts = {
  asksNobody: 'This server asks nobody to sign in.',
  noPersonNeeded: 'The application signs in to this server by itself: nobody has to.',
};
