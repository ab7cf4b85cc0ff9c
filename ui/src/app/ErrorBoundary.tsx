// Catches what a screen throws while drawing, so that a fault in one part never leaves a blank window.
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ProblemPanel } from '../kit/ProblemPanel';
import styles from './ErrorBoundary.module.css';

interface State {
  fault?: Error | undefined;
}

export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = {};
  private where = '';

  static getDerivedStateFromError(cause: unknown): State {
    return { fault: cause instanceof Error ? cause : new Error(String(cause)) };
  }

  override componentDidCatch(_fault: Error, info: ErrorInfo) {
    this.where = info.componentStack ?? '';
  }

  override render() {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return (
      <main className={styles.place}>
        <ProblemPanel
          title="This page stopped working"
          hint="It is a fault of Inlet, not yours. Your dataflows are not affected."
          supportText={`${fault.message}\n${this.where}`.trim()}
          action={{ label: 'Show the page again', onPress: () => this.setState({ fault: undefined }) }}
        />
      </main>
    );
  }
}
