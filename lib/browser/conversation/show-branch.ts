import { api } from '@/lib/browser/api/api';
import { errorText } from '@/lib/browser/api/api-error';
import { otherTabs } from '@/lib/browser/ui/other-tabs';
import { toast } from '@/lib/browser/ui/toast';

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
