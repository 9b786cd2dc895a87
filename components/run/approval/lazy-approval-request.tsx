'use client';
import dynamic from 'next/dynamic';

/** Few runs ask a person anything: what only they need is loaded with the first question. */
export const ApprovalRequest = dynamic(() => import('./approval-request').then((file) => file.ApprovalRequest));
