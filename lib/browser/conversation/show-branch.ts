import { api } from '@/lib/browser/api/api';
import { errorText } from '@/lib/browser/api/api-error';
import { toast } from '@/lib/browser/ui/toast';

/**
 * Shows the reader the branch of a message. Resolves to whether the server took it; a refusal is shown, unless it is tried `quietly`: the
 * message may not be there any more.
 */
export async function showBranch(
  conversationId: string,
  messageId: string,
  { quietly = false } = {},
): Promise<boolean> {
  try {
    await api('PATCH', `/conversations/${conversationId}`, { activeLeafId: messageId });
    return true;
  } catch (error) {
    if (!quietly) toast(errorText(error), { kind: 'error' });
    return false;
  }
}
