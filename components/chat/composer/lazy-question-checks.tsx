'use client';
import dynamic from 'next/dynamic';

/** Most questions demand nothing of their answer: the form is loaded when somebody opens it. */
export const QuestionChecks = dynamic(() => import('./question-checks').then((file) => file.QuestionChecks));
