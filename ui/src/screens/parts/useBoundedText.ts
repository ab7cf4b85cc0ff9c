// A text that is typed, pasted, dropped or browsed for, up to a size: what is larger is refused before it is read.
import { useState } from 'react';
import { bytesOf } from '../../lib/size';

interface Bounds {
  /** Why so many bytes are not taken; undefined: they are. */
  whyNot: (bytes: number) => string | undefined;
  /** Something was typed or brought, taken or not: what was said of the text before is over. */
  onTry: () => void;
  onText: (text: string) => void;
  /** A file's text; as typed when there is no other way for it. */
  onFileText?: (text: string) => void;
  /** Why the last one was not taken, from before this was drawn. */
  refused?: string | undefined;
}

export function useBoundedText({ whyNot, onTry, onText, onFileText = onText, refused }: Bounds) {
  const [refusal, setRefusal] = useState(refused);
  const admit = (bytes: number): boolean => {
    const why = whyNot(bytes);
    setRefusal(why);
    onTry();
    return why === undefined;
  };
  const read = async (file: File | undefined) => {
    // Its size is known before it is read.
    if (file && admit(file.size)) onFileText(await file.text());
  };
  const takeFile = (file: File | undefined) => void read(file);
  return {
    refusal,
    takeFile,
    /** For the field that shows the text. */
    field: {
      onChange: (next: string) => {
        if (admit(bytesOf(next))) onText(next);
      },
      allowPaste: (pasted: string) => admit(bytesOf(pasted)),
      onFile: takeFile,
    },
  };
}
