// Starts the window.
import '../boot';
import '@react-spectrum/s2/page.css';
import '../kit/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { tokens } from '../kit/tokens';
import { App } from './App';
import { loadScreensAhead } from './lazyScreens';

document.documentElement.className = tokens;
document.documentElement.dataset.background = 'layer-1';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has an element #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
loadScreensAhead();
