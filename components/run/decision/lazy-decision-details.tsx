'use client';
import dynamic from 'next/dynamic';
import { Skeleton } from '../../ui/skeleton';

/** The details of a decision, loaded when they are opened: most runs of a conversation stay folded. */
export const DecisionDetails = dynamic(() => import('./decision-details').then((file) => file.DecisionDetails), {
  loading: () => <Skeleton className="h-[27rem] w-full" />,
});
