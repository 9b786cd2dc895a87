'use client';
import { Component, type ReactNode } from 'react';

/** Around something the page can do without: where it fails, its code could not be loaded for one, nothing is shown. */
export class SilentBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
