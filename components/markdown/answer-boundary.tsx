'use client';
import { Component, type ReactNode } from 'react';
import { UnreadMarkdown } from './unread-markdown';

interface AnswerBoundaryProps {
  text: string;
  children: ReactNode;
}

/** Whatever goes wrong while an answer is drawn stays with that answer, and its text can still be read. */
export class AnswerBoundary extends Component<AnswerBoundaryProps, { failed: boolean; text: string }> {
  override state = { failed: false, text: this.props.text };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  /** Another text has another chance. */
  static getDerivedStateFromProps({ text }: AnswerBoundaryProps, state: { text: string }) {
    return text === state.text ? null : { failed: false, text };
  }

  override render() {
    return this.state.failed ? <UnreadMarkdown text={this.props.text} /> : this.props.children;
  }
}
