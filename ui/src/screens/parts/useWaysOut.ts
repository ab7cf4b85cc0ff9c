// What the one action of a problem does, wherever it is shown: sign in again, open the set-up that is in the
// way, try the keychain again, forward a text, or simply once more.
import { ToastQueue } from '@react-spectrum/s2';
import { useNavigate } from '@tanstack/react-router';
import type { AppError } from '../../api/bindings/AppError';
import type { SetupState } from '../../api/bindings/SetupState';
import { type ActionHandlers, problemWords } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { useAppState } from '../../api/session';
import { copyForAdministrator } from './copyForAdministrator';

interface Asked {
  /** Does again what failed. */
  retry?: () => void;
  /** The saved sign-in that failed; without one, that of the session. */
  profileId?: string | undefined;
}

const AT_WORK: readonly SetupState[] = ['running', 'stopping', 'undoing'];

export function useWaysOut(): (error: AppError, asked: Asked) => ActionHandlers {
  const navigate = useNavigate();
  const { session, setups, setupsElsewhere } = useAppState();
  const { mutate: retryKeychain } = useWrite('retry_keychain');
  return (error, { retry, profileId = session?.profileId }) => ({
    ...(retry && {
      retry,
      reload: retry,
      free_disk: retry,
      unlock_keychain: () => retryKeychain(null, { onSettled: retry }),
    }),
    sign_in: () => void navigate({ to: '/connect', search: profileId ? { profile: profileId } : {} }),
    open_setup: () => {
      const inTheWay = [...setups, ...setupsElsewhere].find(({ state }) => AT_WORK.includes(state));
      if (inTheWay) void navigate({ to: '/setups/$setupId', params: { setupId: inTheWay.setupId } });
      else void navigate({ to: '/dataflows' });
    },
    ...copyForAdministrator(error),
  });
}

/** For what fails where there is no room for a panel: menus, switches. It stays until it is closed. */
export function useProblemToast(): (error: AppError, asked: Asked) => void {
  const waysOut = useWaysOut();
  return (error, asked) => {
    const { title, hint, action } = problemWords(error, waysOut(error, asked));
    const options = action
      ? { actionLabel: action.label, onAction: action.onPress, shouldCloseOnAction: true }
      : {};
    ToastQueue.negative(`${title}. ${hint}`.trim(), options);
  };
}
