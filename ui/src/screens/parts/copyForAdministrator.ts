// "Copy text for your administrator", wherever a missing permission comes to light.
import { ToastQueue } from '@react-spectrum/s2';
import type { AppError } from '../../api/bindings/AppError';
import type { ActionHandlers } from '../../api/errors';
import { transport } from '../../api/transport';

/** The handler for `problemWords`; none where the error brings no text along. */
export function copyForAdministrator(error: AppError): ActionHandlers {
  const text = error.detail?.administratorText;
  if (!text) return {};
  return {
    ask_administrator: () => {
      transport.copyText(text).then(
        () => ToastQueue.positive('Copied. Send it to your Adobe administrator.', { timeout: 5000 }),
        () => ToastQueue.negative('Copying failed'),
      );
    },
  };
}
