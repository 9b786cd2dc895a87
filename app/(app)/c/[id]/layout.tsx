import type { ReactNode } from 'react';
import { loadBranch } from './load-branch';

interface LayoutProps {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

/**
 * Finds out whether there is such a conversation before anything is sent: what stands below `loading.tsx` is found out when the answer has
 * begun, with the status of a page that is there. The page is read at the same time and asks for nothing twice.
 */
export default async function ConversationLayout({ params, children }: LayoutProps) {
  await loadBranch((await params).id);
  return children;
}
