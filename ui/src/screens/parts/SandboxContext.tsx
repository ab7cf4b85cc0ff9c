// Beside the title of everything that writes: the sandbox it writes to, and what that is for.
import { useSession } from '../../api/session';
import { SandboxChip } from '../../kit/SandboxChip';

export function SandboxContext() {
  const { sandbox } = useSession();
  return (
    <>
      {sandbox.name}
      <SandboxChip kind={sandbox.kind} />
    </>
  );
}
