// What is rarely done with a dataflow: making another one in its place, or out of it elsewhere.
import { ActionMenu, MenuItem, ToastQueue } from '@react-spectrum/s2';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import { useWrite } from '../../api/mutations';
import { transport } from '../../api/transport';
import { useProblemToast } from '../parts/useWaysOut';
import { useReplace } from './useReplace';

export function FlowMenu({ flow }: { flow: FlowDetail }) {
  const replace = useReplace(flow);
  const exportRecipe = useExport(flow.row.id);
  if (!replace) return null;
  return (
    <ActionMenu
      isQuiet
      aria-label={`More for ${flow.row.name}`}
      onAction={(key) => (key === 'recipe' ? exportRecipe() : replace())}
    >
      <MenuItem id="replace">Replace with another dataset or schema…</MenuItem>
      <MenuItem id="recipe">Export as a recipe…</MenuItem>
    </ActionMenu>
  );
}

function useExport(flowId: string): () => void {
  const { mutateAsync } = useWrite('export_recipe');
  const tell = useProblemToast();
  const save = (): void =>
    void mutateAsync({ flowId }).then(
      async ({ name, text }) => {
        if (await transport.saveFile(name, text)) ToastQueue.neutral(`${name} was saved`, { timeout: 5000 });
      },
      ({ app }) => tell(app, { retry: save }),
    );
  return save;
}
