'use client';
import { PageFailure } from '@/components/shell/page-failure';

export default function AppErrorPage({ reset }: { reset: () => void }) {
  return <PageFailure onRetry={reset} />;
}
