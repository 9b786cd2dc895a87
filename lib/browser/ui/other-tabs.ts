const CHANNEL = 'massgen-conversations';

/** Between the tabs of one browser: which conversation has changed; `null` = the list. */
export const otherTabs = {
  tell(conversationId: string | null): void {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage(conversationId);
    channel.close();
  },
  /** Calls back whenever another tab tells; returns how to stop. */
  listen(onChange: (conversationId: string | null) => void): () => void {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<string | null>) => onChange(data);
    return () => channel.close();
  },
};
