// Starts the window.
import '../boot';
import '@react-spectrum/s2/page.css';
import '../kit/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchClosing } from '../api/closing';
import { appStateQuery } from '../api/queries';
import { tokens } from '../kit/tokens';
import { App } from './App';
import { queryClient } from './queryClient';

// Asked before anything is drawn: the answer arrives while React still makes its first picture.
void queryClient.prefetchQuery(appStateQuery());
// Likewise: the first picture has its own letters, and nobody waits for the computer to look for others.
void document.fonts.load('1em "Source Sans 3 Variable"').catch(() => undefined);
watchClosing();

document.documentElement.className = tokens;
document.documentElement.dataset.background = 'layer-1';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has an element #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
