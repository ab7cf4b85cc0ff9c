// The one way out of the window, and the only file that imports @tauri-apps: the shell's commands when the
// page runs in it, the dev host's loopback HTTP in a browser. Chosen once, by what is there.
import { invoke, isTauri } from '@tauri-apps/api/core';
import { writeText } from '@tauri-apps/plugin-clipboard-manager';
import { openUrl } from '@tauri-apps/plugin-opener';

interface Transport {
  /** Rejects with whatever the other side said; `errors.ts` makes an AppError of it. */
  send(name: string, args: unknown): Promise<unknown>;
  copyText(text: string): Promise<void>;
  /** Saves a text where the person says; false when they thought better of it. */
  saveFile(name: string, text: string): Promise<boolean>;
  /** Opens a web or mail address outside the window. */
  openExternal(address: string): Promise<void>;
  /** Answers the shell that the window may close now. */
  mayClose(): Promise<void>;
}

const shell: Transport = {
  send: (name, args) => invoke('call', { name, args: args ?? null }),
  copyText: (text) => writeText(text),
  saveFile: (name, text) => invoke('save_file', { name, text }),
  openExternal: (address) => openUrl(address),
  mayClose: () => invoke('may_close'),
};

const browser: Transport = {
  async send(name, args) {
    const response = await fetch(`/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args ?? null),
    });
    const reply: unknown = await response.json();
    if (!response.ok) throw reply;
    return reply;
  },
  copyText: (text) => navigator.clipboard.writeText(text),
  async saveFile(name, text) {
    const address = URL.createObjectURL(new Blob([text]));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
    return true;
  },
  async openExternal(address) {
    window.open(address, '_blank', 'noopener');
  },
  // A browser asks nobody.
  async mayClose() {},
};

export const transport: Transport = isTauri() ? shell : browser;
