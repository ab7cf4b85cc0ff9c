// Said where people look for it: Pendo has no account.
import InfoCircle from '@react-spectrum/s2/icons/InfoCircle';
import { Glyph } from '../../kit/Glyph';
import { Strip } from '../../kit/Strip';

export function NoAccountNeeded() {
  return (
    <Strip>
      <Glyph of={InfoCircle} size={16} />
      <span>
        <strong>Pendo needs no account.</strong> It sends its events by itself, to the webhook address of a
        dataflow. Accounts are for sources that Adobe has to sign in to.
      </span>
    </Strip>
  );
}
