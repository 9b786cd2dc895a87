'use client';
import dynamic from 'next/dynamic';

/** Most runs are decided by votes: what only others need is loaded with the first of them. */
export const Disagreement = dynamic(() => import('./disagreement').then((file) => file.Disagreement));
export const WasThisRight = dynamic(() => import('./was-this-right').then((file) => file.WasThisRight));
export const ChosenAnswer = dynamic(() => import('./chosen-answer').then((file) => file.ChosenAnswer));
export const LiveDisagreement = dynamic(() => import('./live-disagreement').then((file) => file.LiveDisagreement));
