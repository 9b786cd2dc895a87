/** What stands on a conversation's page before anybody shares it: the rest comes with its steps. */
export const texts = {
  share: 'Share',
  title: 'Share this conversation',
  loading: 'Loading the preview…',
} as const;
