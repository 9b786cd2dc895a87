/** What stands in place of a page that could not be shown; apart from the other texts, since every page carries it. */
export const texts = {
  title: 'Page error · MassGen Web',
  heading: 'This page could not be shown',
  text: 'Your conversations and runs are safe on the server. If this happens again, you can find the cause in the server’s log.',
  tryAgain: 'Try again',
};
