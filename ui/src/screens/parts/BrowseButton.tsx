// Picks a file from the computer.
import { ActionButton, Text } from '@react-spectrum/s2';
import FolderOpen from '@react-spectrum/s2/icons/FolderOpen';
import { FileTrigger } from 'react-aria-components/FileTrigger';

interface BrowseButtonProps {
  /** Content types and endings that the system's dialog offers. */
  types: readonly string[];
  onFile: (file: File | undefined) => void;
  size?: 'S' | 'M';
}

export function BrowseButton({ types, onFile, size = 'S' }: BrowseButtonProps) {
  return (
    <FileTrigger acceptedFileTypes={types} onSelect={(files) => onFile(files?.[0])}>
      <ActionButton size={size}>
        <FolderOpen />
        <Text>Browse for a file</Text>
      </ActionButton>
    </FileTrigger>
  );
}
