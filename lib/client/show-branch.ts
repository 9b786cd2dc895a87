import { api } from './api';
import { errorText } from './api-error';
import { otherTabs } from './other-tabs';
import { toast } from './toast';

/** Makes the branch of a message the one that the conversation shows. Resolves to whether the server took it; a refusal is shown. */
export async function showBranch(conversationId: string, messageId: string): Promise<boolean> {
  try {
    await api('PATCH', `/conversations/${conversationId}`, { activeLeafId: messageId });
    otherTabs.tell(conversationId);
    return true;
  } catch (error) {
    toast(errorText(error), { kind: 'error' });
    return false;
  }
}
