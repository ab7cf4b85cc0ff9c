// What every page stands in: errors caught, data, theme, locale, routing, clipboard, toasts.
import { Provider, ToastContainer } from '@react-spectrum/s2';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { appStateQuery } from '../api/queries';
import { transport } from '../api/transport';
import { ClipboardContext } from '../kit/clipboard';
import { locale } from '../lib/locale';
import { ErrorBoundary } from './ErrorBoundary';
import { queryClient } from './queryClient';
import { router } from './router';
import { useTheme } from './theme';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Themed />
    </QueryClientProvider>
  );
}

const spectrumRouter = {
  navigate: (path: string) => router.history.push(path),
  useHref: (href: string) => (href.startsWith('/') ? `#${href}` : href),
};

function Themed() {
  const { data } = useQuery(appStateQuery());
  const colorScheme = useTheme(data?.settings.theme ?? 'system');
  return (
    <Provider
      locale={locale}
      router={spectrumRouter}
      {...(colorScheme ? { colorScheme } : {})}
      UNSAFE_style={{ height: '100%' }}
    >
      <ErrorBoundary>
        <ClipboardContext value={transport.copyText}>
          <RouterProvider router={router} />
        </ClipboardContext>
        <ToastContainer placement="bottom" />
      </ErrorBoundary>
    </Provider>
  );
}
