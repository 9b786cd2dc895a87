import { Skeleton } from '@/components/ui/skeleton';
import { texts } from '../../texts';

export default function Loading() {
  return (
    <div
      role="status"
      aria-label={texts.loadingConversation}
      className="mx-auto flex w-full max-w-read flex-col gap-5 px-4 pt-6"
    >
      <Skeleton className="h-14 w-2/3 self-end rounded-2xl" />
      <Skeleton className="h-5 w-80" />
      <Skeleton className="mt-4 h-4 w-11/12" />
      <Skeleton className="h-4 w-4/5" />
      <Skeleton className="h-4 w-3/5" />
    </div>
  );
}
